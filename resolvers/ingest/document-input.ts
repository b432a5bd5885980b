import { Field, InputType } from 'type-graphql';
import { ParallaxError } from '../../src/errors.js';
import type { Submission } from '../../src/jobs/jobs.js';
import { Genre } from '../../src/pipeline/values.js';

@InputType({
  description: 'A document to take in: exactly one of `text`, `html` and `base64`, and what the caller knows of it.',
})
export class DocumentInput {
  @Field(() => String, {
    nullable: true,
    description: 'Plain text; its first line is the headline unless one is given.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'An HTML page.' })
  html?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The bytes as received, in base64: for JSON Lines or a table, for instance, or where the encoding is to be detected.',
  })
  base64?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the bytes of `base64` are, such as "text/html; charset=iso-8859-1". Left out: it is detected.',
  })
  mediaType?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With a table in `base64` (mediaType text/csv): which column holds what, such as "headline=Title,text=Body". Left out: the usual names tell.',
  })
  columns?: string | null;

  @Field(() => String, { nullable: true, description: 'A name for it in the receipt, such as its file name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "The caller's own id of the document." })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Address it was published at. A text, not a URL: what cannot be read refuses this document, and not all of them.',
  })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name or domain of the outlet, where the document does not say.',
  })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'Its headline.' })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  byline?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'When it was published: a date or a time, ISO 8601. A text, not a DateTime: what cannot be read refuses this document, and not all of them.',
  })
  publishedAt?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Language it is written in, BCP 47. A text, not a Language: what cannot be read refuses this document, and not all of them.',
  })
  language?: string | null;

  @Field(() => Genre, { nullable: true, description: 'What sort of piece it is.' })
  genre?: Genre | null;
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The document as the jobs take it.
 * @param place where it stands in the request, for messages
 * @throws ParallaxError BAD_USER_INPUT when not exactly one of text, html and base64 is given, base64 is not base64
 */
export function toSubmission(document: DocumentInput, place: string): Submission {
  const given = (['text', 'html', 'base64'] as const).filter((name) => document[name] != null);
  const [form] = given;
  if (form === undefined || given.length > 1) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${place}\` must have exactly one of text, html and base64.`);
  }
  const content = document[form] as string;
  if (form === 'base64' && (!base64.test(content) || content.length % 4 !== 0)) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${place}.base64\` is not base64.`);
  }
  if (form !== 'base64' && document.mediaType != null) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${place}.mediaType\` goes with base64 only.`);
  }
  if (form !== 'base64' && document.columns != null) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${place}.columns\` goes with base64 only.`);
  }
  const mediaTypes = {
    text: 'text/plain; charset=utf-8',
    html: 'text/html; charset=utf-8',
    base64: document.mediaType,
  };
  const declared = ['id', 'url', 'source', 'headline', 'byline', 'publishedAt', 'language', 'genre'] as const;
  return {
    bytes: Buffer.from(content, form === 'base64' ? 'base64' : 'utf8'),
    mediaType: mediaTypes[form] ?? null,
    name: document.name ?? null,
    columns: document.columns ?? undefined,
    declared: Object.fromEntries(
      declared.filter((name) => document[name] != null).map((name) => [name, document[name] as string]),
    ),
  };
}
