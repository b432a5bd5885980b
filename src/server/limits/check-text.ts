import { Lexer, Source, TokenKind, type GraphQLError } from 'graphql';
import { documentLimits, tooComplex } from './check-document.js';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses texts that would cost too much to parse: by their length before anything is read, then by their tokens. The
 * parser of graphql-js calls itself for each bracket, as does what comes after it, until the stack is used up.
 * @returns null when there is nothing to say against it
 * @throws GraphQLError where the text has something that is no token, as the parser does
 */
export function checkText(text: string): GraphQLError | null {
  const { characters: mostCharacters, tokens: mostTokens, brackets: deepest } = documentLimits;
  if (text.length > mostCharacters) return tooComplex('characters', text.length, mostCharacters);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let depth = 0;
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    tokens += 1;
    if (tokens > mostTokens) return tooComplex('tokens', null, mostTokens);
    if (opening.has(kind)) depth += 1;
    else if (closing.has(kind)) depth -= 1;
    if (depth > deepest) return tooComplex('levels of brackets', null, deepest);
  }
  return null;
}
