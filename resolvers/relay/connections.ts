import { Actor, Article, Claim, Event, Proposition, Source } from '../../entities/index.js';
import { connectionType } from './connection.js';

export const SourceConnection = connectionType(Source, 'outlets');
export const ArticleConnection = connectionType(Article, 'articles');
export const ClaimConnection = connectionType(Claim, 'claims');
export const ActorConnection = connectionType(Actor, 'actors');
export const EventConnection = connectionType(Event, 'events');
export const PropositionConnection = connectionType(Proposition, 'propositions');
