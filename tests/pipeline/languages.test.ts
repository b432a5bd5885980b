import { assignEvent, eventFeatures, noteOnLanguage, type PlacedFeatures } from '../../src/pipeline/4-events/index.js';
import { readArticle } from '../../src/pipeline/1-article/index.js';
import { DocumentFormat, LanguageBasis } from '../../src/pipeline/values.js';
import articles from '../language/articles.json';
import texts from '../language/texts.json';

describe('the language of an article', () => {
  const textOf = (language: keyof typeof texts, declared?: string) => {
    const content = `Headline here\n\n${texts[language]}`;
    const { language: found, languageBasis } = readArticle({
      format: DocumentFormat.TEXT,
      content,
      declared: { language: declared },
    });
    return [found, languageBasis];
  };
  const pageOf = (lang: string, text: string, declared?: string) => {
    const content = `<html lang="${lang}"><head><title>H</title></head><body><article><h1>A headline</h1><p>${text}</p></article></body></html>`;
    const article = readArticle({ format: DocumentFormat.HTML, content, declared: { language: declared } });
    return [article.language, article.languageBasis];
  };

  test('what the caller declares counts, in any spelling', () => {
    expect(textOf('fr', 'en')).toEqual(['en', LanguageBasis.DECLARED]);
    expect(textOf('fr', 'French')).toEqual(['fr', LanguageBasis.DECLARED]);
    expect(pageOf('en', texts.fr, 'de-AT')).toEqual(['de-AT', LanguageBasis.DECLARED]);
  });

  test('what the caller declares is passed over where it names no language', () => {
    expect(textOf('fr', '!!')).toEqual(['fr', LanguageBasis.DETECTED]);
    expect(pageOf('fr-CA', texts.fr, 'xx')).toEqual(['fr-CA', LanguageBasis.PAGE]);
  });

  test('a page is believed unless its text plainly reads as another language', () => {
    expect(pageOf('en-GB', texts.en)).toEqual(['en-GB', LanguageBasis.PAGE]);
    expect(pageOf('en', texts.fr)).toEqual(['fr', LanguageBasis.DETECTED]);
    expect(pageOf('fr', texts.en)).toEqual(['en', LanguageBasis.DETECTED]);
    expect(pageOf('nb', texts.no)).toEqual(['nb', LanguageBasis.PAGE]);
    expect(pageOf('gl', texts.pt)).toEqual(['gl', LanguageBasis.PAGE]);
    expect(pageOf('en', texts.fr.slice(0, 100))).toEqual(['en', LanguageBasis.PAGE]);
  });

  test('without a declaration it is detected, or null where the text does not tell', () => {
    expect(textOf('sv')).toEqual(['sv', LanguageBasis.DETECTED]);
    expect(readArticle({ format: DocumentFormat.TEXT, content: 'Ja\n\nNein.', declared: {} })).toMatchObject({
      language: null,
      languageBasis: null,
    });
  });
});

describe('events in other languages', () => {
  test.each(['fr', 'de', 'ru', 'zh'])('reports of one event in %s come together, and others stay apart', (language) => {
    const placed: PlacedFeatures[] = [];
    const groups = new Map<string, string[]>();
    for (const [index, article] of articles.filter((each) => each.language === language).entries()) {
      const features = eventFeatures({ ...article, id: `a${index}`, source: 's', publishedAt: '2024-03-12T10:00:00Z' });
      const event = assignEvent(features, placed).event ?? features.articleId;
      placed.push({ features, event });
      groups.set(event, [...(groups.get(event) ?? []), article.event]);
    }
    expect([...groups.values()]).toEqual([['dam', 'dam'], ['ferry', 'ferry'], ['museum']]);
  });

  test('it is said that there are no rules for the language', () => {
    expect(noteOnLanguage(texts.fr, 'fr')).toContain('without rules for its language');
    expect(noteOnLanguage(texts.en, null)).toBeNull();
  });
});
