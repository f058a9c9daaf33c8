import { IntlMessageFormat } from 'intl-messageformat';
import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import { localeOf } from './locale.ts';

export type Translate = (word: InterfaceWord, values?: Record<string, string | number>) => string;

/**
 * The interface words in a language; a word that it lacks comes in the default language's.
 *
 * @throws when not even the default language has the word, which the content check rules out
 */
export const translator = (edition: Edition, lang: string): Translate =>
  memo(edition, `words in ${lang}`, () => makeTranslator(edition, lang));

function makeTranslator(edition: Edition, lang: string): Translate {
  const formats = new Map<InterfaceWord, IntlMessageFormat>();
  return (word, values = {}) => {
    let format = formats.get(word);
    if (!format) {
      const own = edition.interface[lang]?.[word];
      const original = defaultLanguage(edition.site).code;
      const message = own ?? edition.interface[original]?.[word];
      if (message === undefined) throw new Error(`no interface word "${word}"`);
      format = new IntlMessageFormat(message, localeOf(own === undefined ? original : lang), undefined, {
        ignoreTag: true,
      });
      formats.set(word, format);
    }
    return String(format.format(values));
  };
}
