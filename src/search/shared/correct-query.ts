/**
 * Interprets a query: looks up each of its words in the site's vocabulary before the index is searched, because the
 * index corrects no typos, doesn't match ł with l, and replaces an unknown word with its longest known prefix.
 */
import { distance } from 'fastest-levenshtein';
import { fold, plain, start, wordsOf } from '../../i18n/fold.ts';
import { asPhrase, isArabic, isUnspaced, phrasesIn, segmentsOf, withoutArticles } from '../../i18n/word-splitting.ts';
import type { VocabularyFile } from './site-words.ts';

interface Word {
  /** The spelling in the texts. */
  word: string;
  folded: string;
  name: boolean;
}

export interface Vocabulary {
  words: Word[];
  /** The words by their folded form. Two words can have the same one (because of letters like ł). */
  known: Map<string, Word[]>;
  /** Words that are ignored if a query has others. */
  small: Set<string>;
  endings: Set<string>;
  lang: string;
}

/** Parses a vocabulary. @param lang the language of its words */
export function readVocabulary({ names, words, small, endings }: VocabularyFile, lang: string): Vocabulary {
  const read = (list: string, name: boolean) =>
    list === '' ? [] : list.split(' ').map((word) => ({ word, folded: fold(word), name }));
  const all = [...read(names, true), ...read(words, false)];
  const known = new Map<string, Word[]>();
  for (const word of all) known.set(word.folded, [...(known.get(word.folded) ?? []), word]);
  const set = (list: string) => new Set(list.split(' '));
  return { words: all, known, small: set(small), endings: set(` ${endings}`), lang };
}

/** The site's words with the prefix `word`, ignoring accents; if there are very many, a sample across the alphabet. */
export function wordsWithPrefix(word: string, { words }: Vocabulary): string[] {
  const prefix = plain(word);
  const found = words.map((known) => plain(known.word)).filter((known) => known.startsWith(prefix));
  const step = Math.ceil(found.length / 60);
  return found.filter((_, at) => at % step === 0 || at === found.length - 1);
}

/** The match for a word of the query. */
interface WordMatch {
  /**
   * `known`: a word or prefix in the texts. `form`: another form of such a word. `typo`: similar to such a word.
   * `unknown`: nothing is similar.
   */
  how: 'known' | 'form' | 'typo' | 'unknown';
  /** The spellings to search for; none if unknown. */
  forms: string[];
  /** The word as shown to the reader. */
  shown: string;
}

export interface Understood {
  /** Queries for the index, best first; empty if no word is known. Quoted parts are phrases. */
  queries: string[];
  /** True if a query is needed only when the previous ones find nothing. */
  inTurn?: boolean;
  /** The query with its typos corrected; undefined if it has none. */
  corrected: string | undefined;
  /** True if words of the query were left out because nothing on the site is similar. */
  partial: boolean;
  /** True if every word is in the texts, or is a form of one that is. */
  sure: boolean;
}

/** The maximum number of spellings of a query to search for. */
const maxQueries = 4;
/** The maximum number of spellings of a word. */
const maxForms = 2;

/**
 * @param question as typed; a quoted query is searched for literally
 * @param forgiving false to leave typos uncorrected
 */
export function understand(question: string, vocabulary: Vocabulary, forgiving = true): Understood {
  const { lang } = vocabulary;
  if (isUnspaced(lang)) return understandUnspaced(question.normalize('NFKC'), vocabulary, forgiving);
  const bare = isArabic(lang) ? withoutArticles : (text: string) => text;
  const quoted = /^\s*["„“”«»](.+)["“”«»]\s*$/.exec(question)?.[1];
  if (quoted !== undefined) {
    const sure = wordsOf(bare(quoted)).every((word) => vocabulary.known.has(fold(word)));
    const queries = sure ? [`"${wordsOf(quoted).join(' ')}"`] : [];
    return { queries, corrected: undefined, partial: false, sure };
  }
  const typed = wordsOf(bare(question));
  // The index has no words of one letter.
  const significant = typed.filter(
    (word) => !vocabulary.small.has(fold(word)) && !/^(?!\p{Ideographic})\p{L}$/u.test(word),
  );
  const words = significant.length > 0 ? significant : typed;
  const meant = words.map((word) => matchWord(word, vocabulary, forgiving));
  const known = meant.filter(({ how }) => how !== 'unknown');
  let queries = known.length === 0 ? [] : [''];
  for (const { forms } of known)
    queries = queries.flatMap((query) => forms.map((form) => `${query} ${form}`.trim())).slice(0, maxQueries);
  return {
    queries,
    corrected: meant.some(({ how }) => how === 'typo') ? known.map(({ shown }) => shown).join(' ') : undefined,
    partial: known.length > 0 && known.length < meant.length,
    sure: meant.length > 0 && meant.every(({ how }) => how === 'known' || how === 'form'),
  };
}

/**
 * A query in a language without spaces between words: searched for as phrases, first as typed, then divided into
 * words. Text in other scripts is handled as in other languages.
 */
function understandUnspaced(question: string, vocabulary: Vocabulary, forgiving: boolean): Understood {
  const { phrases, rest } = phrasesIn(question);
  const others = understand(rest, { ...vocabulary, lang: '' }, forgiving);
  const isEmpty = wordsOf(rest).length === 0;
  if (phrases.length === 0) return others;
  const query = (parts: readonly string[]) => [...parts.map(asPhrase), ...others.queries.slice(0, 1)].join(' ');
  const words = phrases.flatMap((phrase) => segmentsOf(phrase, vocabulary.lang));
  return {
    queries: [...new Set([query(phrases), query(words)])],
    inTurn: true,
    corrected: others.corrected === undefined ? undefined : `${phrases.join(' ')} ${others.corrected}`,
    partial: !isEmpty && (others.queries.length === 0 || others.partial),
    sure: isEmpty || others.sure,
  };
}

function matchWord(typed: string, vocabulary: Vocabulary, forgiving: boolean): WordMatch {
  const folded = fold(typed);
  const spelled = exactly(typed, folded, vocabulary);
  if (spelled.length > 0) return { how: 'known', forms: spelled, shown: typed };
  const prefix = prefixes(folded, vocabulary);
  if (prefix.length > 0) return { how: 'known', forms: prefix, shown: typed };
  const form = otherForm(folded, vocabulary);
  const near = forgiving ? nearest(folded, vocabulary) : undefined;
  // Very different endings are more likely a typo than another form.
  const far = form !== undefined && form.rest > 3 && (near?.typos === 1 || !forgiving);
  if (form && !far) return { how: 'form', forms: [form.word], shown: typed };
  if (near) return { how: 'typo', forms: [near.word], shown: near.word };
  return { how: 'unknown', forms: [], shown: typed };
}

/** The words that differ only in accents, exact matches first. */
function exactly(typed: string, folded: string, { known }: Vocabulary): string[] {
  const words = (known.get(folded) ?? []).map(({ word }) => word);
  // The index ranks exact accents higher.
  const same = words.filter((word) => plain(word) === plain(typed)).map(() => typed);
  return [...same, ...words.filter((word) => plain(word) !== plain(typed))].slice(0, maxForms);
}

/** The prefixes of words that differ only in accents: `mlo` is a prefix of `młody`. */
function prefixes(folded: string, { words }: Vocabulary): string[] {
  const found = new Map<string, number>();
  for (const { word, folded: whole, name } of words) {
    const prefix = whole.startsWith(folded) ? start(plain(word), folded) : undefined;
    if (prefix !== undefined) found.set(prefix, (found.get(prefix) ?? 0) + (name ? 3 : 1));
  }
  return [...found].sort(([, a], [, b]) => b - a).slice(0, maxForms).map(([prefix]) => prefix); // prettier-ignore
}

/** Shortest prefix that forms of a word must share. */
const minSharedStem = 3;

/**
 * The length of the common prefix of two words if they may be forms of the same word, that is, if the rest of each is
 * an ending of the language; otherwise 0.
 */
export function commonStem(a: string, b: string, endings: ReadonlySet<string>): number {
  const stem = shared(a, b);
  const [rest, other] = [a.slice(stem), b.slice(stem)];
  const forms = stem >= minSharedStem && Math.max(rest.length, other.length) <= stem;
  return forms && endings.has(rest) && endings.has(other) ? stem : 0;
}

/** A word of the site that differs only in its ending: `concerts` for `concert`. */
function otherForm(folded: string, { words, endings }: Vocabulary): { word: string; rest: number } | undefined {
  let best: { word: string; stem: number; rest: number } | undefined;
  for (const { word, folded: other } of words) {
    const stem = commonStem(folded, other, endings);
    if (stem === 0) continue;
    const rest = folded.length + other.length - 2 * stem;
    if (!best || stem > best.stem || (stem === best.stem && rest < best.rest)) best = { word, stem, rest };
  }
  return best;
}

/** Limits for cutting words to stems: the shortest stem, and the most letters that are cut off. */
const minStem = 4;
const maxCutOff = 3;

/**
 * A query with each word cut to the stem that it shares with its nearest form on the site, for an index that can't stem
 * the language and searches by prefix.
 */
export function stemmed(query: string, vocabulary: Vocabulary): string {
  return query.includes('"') ? query : query.split(' ').map((word) => cut(word, vocabulary)).join(' '); // prettier-ignore
}

function cut(word: string, { words, endings }: Vocabulary): string {
  const folded = fold(word);
  const minLength = Math.max(minStem, folded.length - maxCutOff);
  const stems = words
    .map((known) => commonStem(folded, known.folded, endings))
    .filter((stem) => stem >= minLength && stem < folded.length);
  const stem = stems.length === 0 ? folded.length : Math.max(...stems);
  return start(plain(word), folded.slice(0, stem)) ?? word;
}

function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** How many typos a word of this length may have: two would turn a short word into another, unless it is a name. */
const typosAllowed = (length: number, name: boolean): number => (length < 4 ? 0 : length < (name ? 6 : 9) ? 1 : 2);

/** The most similar word: fewest typos, then names, then the same first letter and length. */
function nearest(folded: string, { words }: Vocabulary): { word: string; typos: number } | undefined {
  let best: { word: string; typos: number; cost: number } | undefined;
  for (const { word, folded: other, name } of words) {
    const allowed = typosAllowed(folded.length, name);
    if (allowed === 0 || other.length < folded.length - allowed) continue;
    const typos = typosBetween(folded, other, allowed);
    if (typos > allowed || (typos > 1 && other[0] !== folded[0])) continue;
    const cost =
      typos +
      (name ? 0 : 0.4) +
      (other[0] === folded[0] ? 0 : 0.2) +
      Math.min(0.3, Math.abs(other.length - folded.length) / 20);
    if (!best || cost < best.cost) best = { word, typos, cost };
  }
  return best;
}

/** Typos between two words; two swapped letters count as one. A longer word is also compared by its prefix. */
function typosBetween(typed: string, word: string, allowed: number): number {
  const whole = Math.abs(word.length - typed.length) <= allowed ? lettersOff(typed, word) : Infinity;
  const prefix = word.length > typed.length && typed.length > 4 ? lettersOff(typed, word.slice(0, typed.length)) : 2;
  return prefix < 2 ? Math.min(whole, prefix) : whole;
}

function lettersOff(a: string, b: string): number {
  const off = distance(a, b);
  return off === 2 && a.length === b.length && swapped(a, b) ? 1 : off;
}

function swapped(a: string, b: string): boolean {
  const at = shared(a, b);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
