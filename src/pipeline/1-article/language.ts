import { detectLanguage, isKnownLanguage, isSameLanguage, languageTag } from '../../language/detection/index.js';
import { LanguageBasis } from '../values.js';

/** Fewer letters of text than this do not overrule what a page says of itself. */
const fewestToOverrule = 200;

/**
 * The language of an article: as the caller declares it, else as the text reads where that plainly contradicts what the
 * page says of itself, else as the page says, else as the text reads.
 *
 * Example: a French article in a template that says `<html lang="en">`.
 * Known failure: a page in a language that the detector does not know, with a template's `lang`, keeps the latter.
 * @param declared by the caller, in any spelling; what names no language is passed over
 * @param page BCP 47 as the page says; null when it says nothing
 */
export function readLanguage(
  declared: string | undefined,
  page: string | null,
  headline: string,
  text: string,
): { readonly language: string | null; readonly languageBasis: LanguageBasis | null } {
  const told = languageTag(declared);
  if (told !== null) return { language: told, languageBasis: LanguageBasis.DECLARED };
  const read = detectLanguage(text) ?? detectLanguage(`${headline}\n\n${text}`);
  const isOverruled =
    page !== null &&
    read !== null &&
    !isSameLanguage(page, read) &&
    isKnownLanguage(page) &&
    text.length >= fewestToOverrule;
  if (page !== null && !isOverruled) return { language: page, languageBasis: LanguageBasis.PAGE };
  return { language: read, languageBasis: read === null ? null : LanguageBasis.DETECTED };
}
