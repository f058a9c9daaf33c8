import { IntlMessageFormat } from 'intl-messageformat';
import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import { localeOf } from './locale.ts';

export type Translate = (word: InterfaceWord, values?: Record<string, string | number>) => string;

/**
 * The language that an interface word is in on pages in `lang`: `lang`, or the default language if it isn't translated.
 */
export const wordLanguage = ({ site, interface: words }: Edition, lang: string, word: InterfaceWord): string =>
  words[lang]?.[word] === undefined ? defaultLanguage(site).code : lang;

/**
 * The interface words in a language. Untranslated ones are in the default language, with its numbers and plurals.
 *
 * @throws if the default language lacks the word too, which the content check rules out
 */
export const translator = (edition: Edition, lang: string): Translate =>
  memo(edition, `words in ${lang}`, () => makeTranslator(edition, lang));

function makeTranslator(edition: Edition, lang: string): Translate {
  const formats = new Map<InterfaceWord, IntlMessageFormat>();
  return (word, values = {}) => {
    let format = formats.get(word);
    if (!format) {
      const language = wordLanguage(edition, lang, word);
      const message = edition.interface[language]?.[word];
      if (message === undefined) throw new Error(`no interface word "${word}"`);
      format = new IntlMessageFormat(message, localeOf(language), undefined, { ignoreTag: true });
      formats.set(word, format);
    }
    return String(format.format(values));
  };
}
