import { addressOfEntry } from '../model/page-addresses.ts';
import { localize, type Edition, type Entry, type Localized, type Translation } from '../model/edition.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { type Language, defaultLanguage } from '../model/schema/site.ts';
import { localAddress, servedAddress } from './addresses.ts';
import { translator, wordLanguage, type Translate } from './translate.ts';
import { typeset } from './typography.ts';

/** What components need to know about the page that they are rendered on. */
export interface PageContext {
  edition: Edition;
  language: Language;
  lang: string;
  /** Its path without the language: `/events/summer-concert/`. */
  address: string;
  /** The entry that the page shows, if any. */
  entry: Entry | undefined;
  t: Translate;
  /**
   * For `lang` attributes: the language of an interface word that isn't translated into the page's language, else
   * undefined.
   */
  foreign: (word: InterfaceWord) => string | undefined;
  /** The link to an address without a language prefix, in the page's language and below the site's base. */
  link: (address: string) => string;
  /** An entry's words in the page's language or the default language, typeset. */
  localize: (entry: Entry) => Localized;
  /** An entry's title and address, for links. */
  ref: (entry: Entry) => { title: string; href: string; lang: string | undefined };
}

export function pageContext(edition: Edition, lang: string, address: string, entry?: Entry): PageContext {
  const language = edition.site.languages.find(({ code }) => code === lang) ?? defaultLanguage(edition.site);
  const link = (to: string) => servedAddress(localAddress(edition.site, lang, to));
  const localizeEntry = (of: Entry) => {
    const localized = localize(edition, of, lang);
    return { ...localized, words: typesetWords(localized) };
  };
  const translate = translator(edition, lang);
  return {
    edition,
    language,
    lang,
    address,
    entry,
    t: (word, values) => typeset(wordLanguage(edition, lang, word), translate(word, values)),
    foreign: (word) => {
      const language = wordLanguage(edition, lang, word);
      return language === lang ? undefined : language;
    },
    link,
    localize: localizeEntry,
    ref: (of) => {
      const localized = localizeEntry(of);
      return {
        title: localized.words.title,
        href: link(addressOfEntry(of)),
        lang: localized.fallback ? localized.lang : undefined,
      };
    },
  };
}

const typesetWordsOf = new WeakMap<Translation, Translation>();

/**
 * Typesets words once for all pages, except the body, which is typeset when rendered, and aliases, which readers type.
 */
function typesetWords({ words, lang }: Localized): Translation {
  let shown = typesetWordsOf.get(words);
  if (!shown) {
    const set = (text: string) => typeset(lang, text);
    const { title, summary, notice, theme, organisers, outcomes } = words;
    // Inherits the rest, so that large bodies aren't copied.
    shown = Object.assign(Object.create(words) as Translation, {
      title: set(title),
      summary: set(summary),
      notice: notice === undefined ? undefined : set(notice),
      theme: theme === undefined ? undefined : set(theme),
      organisers: organisers?.map(set),
      outcomes: outcomes?.map(set),
    });
    typesetWordsOf.set(words, shown);
  }
  return shown;
}
