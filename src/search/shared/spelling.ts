/**
 * What a reader means: each word of a question is looked up among the words of the site before the index is asked, for
 * the index forgives no slip, knows no ł without its stroke, and takes the longest beginning of a word that it lacks.
 */
import { distance } from 'fastest-levenshtein';
import { fold, plain, start, wordsOf } from '../../i18n/fold.ts';
import type { VocabularyFile } from './site-words.ts';

interface Word {
  /** As it is written. */
  word: string;
  folded: string;
  name: boolean;
}

export interface Vocabulary {
  words: Word[];
  /** The words by their folded form; letters like ł can make two of one. */
  known: Map<string, Word[]>;
  /** Words that are left out where a question has others. */
  small: Set<string>;
  endings: Set<string>;
  lang: string;
}

/** Makes a vocabulary ready for questions. @param lang of its words */
export function readVocabulary({ names, words, small, endings }: VocabularyFile, lang: string): Vocabulary {
  const read = (list: string, name: boolean) =>
    list === '' ? [] : list.split(' ').map((word) => ({ word, folded: fold(word), name }));
  const all = [...read(names, true), ...read(words, false)];
  const known = new Map<string, Word[]>();
  for (const word of all) known.set(word.folded, [...(known.get(word.folded) ?? []), word]);
  const set = (list: string) => new Set(list.split(' '));
  return { words: all, known, small: set(small), endings: set(` ${endings}`), lang };
}

/** Words of the site that begin as `word` does, accents aside; of very many, some from all through the alphabet. */
export function beginningWith(word: string, { words }: Vocabulary): string[] {
  const begun = plain(word);
  const found = words.map((known) => plain(known.word)).filter((known) => known.startsWith(begun));
  const step = Math.ceil(found.length / 60);
  return found.filter((_, at) => at % step === 0 || at === found.length - 1);
}

/** How a word of the question was understood. */
interface Meant {
  /**
   * `known`: it stands in the texts, or a word begins so. `form`: another form of a word that does. `slip`: like a word
   * that does. `unknown`: nothing is like it.
   */
  how: 'known' | 'form' | 'slip' | 'unknown';
  /** What the index is asked, in each spelling that the word can stand for; none where it is unknown. */
  asked: string[];
  /** What the reader is told. */
  shown: string;
}

export interface Understood {
  /** Questions for the index, the best first; empty where no word is known. */
  asks: string[];
  /** The question in words of the site, where a slip was mended; else undefined. */
  mended: string | undefined;
  /** True when words of the question were left out, since nothing on the site is like them. */
  partial: boolean;
  /** True when every word stands in the texts, or is a form of one that does. */
  sure: boolean;
}

/** At most so many spellings of the whole question are asked. */
const mostAsks = 4;
/** At most so many spellings of one word. */
const mostForms = 2;

/**
 * @param question as typed; in quotes, it is asked as it stands
 * @param forgiving false where the reader wants exactly what was typed: no slip is mended
 */
export function understand(question: string, vocabulary: Vocabulary, forgiving = true): Understood {
  const quoted = /^\s*["„“”«»](.+)["“”«»]\s*$/.exec(question)?.[1];
  const typed = wordsOf(question, vocabulary.lang);
  if (quoted !== undefined) {
    const sure = wordsOf(quoted).every((word) => vocabulary.known.has(fold(word)));
    return { asks: sure ? [`"${wordsOf(quoted).join(' ')}"`] : [], mended: undefined, partial: false, sure };
  }
  // Nor has the index words of one letter.
  const telling = typed.filter(
    (word) => !vocabulary.small.has(fold(word)) && !/^(?!\p{Ideographic})\p{L}$/u.test(word),
  );
  const words = telling.length > 0 ? telling : typed;
  const meant = words.map((word) => meaning(word, vocabulary, forgiving));
  const known = meant.filter(({ how }) => how !== 'unknown');
  let asks = known.length === 0 ? [] : [''];
  for (const { asked } of known)
    asks = asks.flatMap((ask) => asked.map((form) => `${ask} ${form}`.trim())).slice(0, mostAsks);
  return {
    asks,
    mended: meant.some(({ how }) => how === 'slip') ? known.map(({ shown }) => shown).join(' ') : undefined,
    partial: known.length > 0 && known.length < meant.length,
    sure: meant.length > 0 && meant.every(({ how }) => how === 'known' || how === 'form'),
  };
}

function meaning(typed: string, vocabulary: Vocabulary, forgiving: boolean): Meant {
  const folded = fold(typed);
  const spelled = exactly(typed, folded, vocabulary);
  if (spelled.length > 0) return { how: 'known', asked: spelled, shown: typed };
  const begun = beginnings(folded, vocabulary);
  if (begun.length > 0) return { how: 'known', asked: begun, shown: typed };
  const form = otherForm(folded, vocabulary);
  const near = forgiving ? nearest(folded, vocabulary) : undefined;
  // Endings that have little in common are more likely a slip, where one letter mends it or nothing may be guessed.
  const far = form !== undefined && form.rest > 3 && (near?.slips === 1 || !forgiving);
  if (form && !far) return { how: 'form', asked: [form.word], shown: typed };
  if (near) return { how: 'slip', asked: [near.word], shown: near.word };
  return { how: 'unknown', asked: [], shown: typed };
}

/** The words that are written so, but for accents; the one with the very letters that were typed first. */
function exactly(typed: string, folded: string, { known }: Vocabulary): string[] {
  const words = (known.get(folded) ?? []).map(({ word }) => word);
  // What is typed with its accents ranks higher where it stands with them.
  const same = words.filter((word) => plain(word) === plain(typed)).map(() => typed);
  return [...same, ...words.filter((word) => plain(word) !== plain(typed))].slice(0, mostForms);
}

/** The beginnings of words that are written so: `mlo` is the beginning of `młody`. */
function beginnings(folded: string, { words }: Vocabulary): string[] {
  const found = new Map<string, number>();
  for (const { word, folded: whole, name } of words) {
    const begun = whole.startsWith(folded) ? start(plain(word), folded) : undefined;
    if (begun !== undefined) found.set(begun, (found.get(begun) ?? 0) + (name ? 3 : 1));
  }
  return [...found].sort(([, a], [, b]) => b - a).slice(0, mostForms).map(([begun]) => begun); // prettier-ignore
}

/** Part of a word that its forms must share. */
const shortestStem = 3;

/**
 * Letters that two words have in common at their beginning, where they may be forms of one word: what is left of each is
 * an ending of the language. 0 where they may not.
 */
export function commonStem(a: string, b: string, endings: ReadonlySet<string>): number {
  const stem = shared(a, b);
  const [rest, other] = [a.slice(stem), b.slice(stem)];
  const forms = stem >= shortestStem && Math.max(rest.length, other.length) <= stem;
  return forms && endings.has(rest) && endings.has(other) ? stem : 0;
}

/** A word of the site that differs by its ending only: `concerts` for `concert`. */
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

/** Letters that a stem must have, and that may be left off for it, where the index is asked for all words that begin so. */
const leastStem = 4;
const mostLeftOff = 3;

/**
 * A question with each word cut to what it has in common with its next form on the site, for an index that can't stem the
 * language: it finds every word that begins so.
 */
export function stemmed(ask: string, vocabulary: Vocabulary): string {
  return ask.startsWith('"') ? ask : ask.split(' ').map((word) => cut(word, vocabulary)).join(' '); // prettier-ignore
}

function cut(word: string, { words, endings }: Vocabulary): string {
  const folded = fold(word);
  const least = Math.max(leastStem, folded.length - mostLeftOff);
  const stems = words
    .map((known) => commonStem(folded, known.folded, endings))
    .filter((stem) => stem >= least && stem < folded.length);
  const stem = stems.length === 0 ? folded.length : Math.max(...stems);
  return start(plain(word), folded.slice(0, stem)) ?? word;
}

function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** How many slips a word of this length may hold: a short one with two is another word, unless it is a name. */
const slipsIn = (length: number, name: boolean): number => (length < 4 ? 0 : length < (name ? 6 : 9) ? 1 : 2);

/** The word that is most like what was typed: fewest slips, then names, then the same first letter and length. */
function nearest(folded: string, { words }: Vocabulary): { word: string; slips: number } | undefined {
  let best: { word: string; slips: number; cost: number } | undefined;
  for (const { word, folded: other, name } of words) {
    const allowed = slipsIn(folded.length, name);
    if (allowed === 0 || other.length < folded.length - allowed) continue;
    const slips = slipsBetween(folded, other, allowed);
    if (slips > allowed || (slips > 1 && other[0] !== folded[0])) continue;
    const cost =
      slips +
      (name ? 0 : 0.4) +
      (other[0] === folded[0] ? 0 : 0.2) +
      Math.min(0.3, Math.abs(other.length - folded.length) / 20);
    if (!best || cost < best.cost) best = { word, slips, cost };
  }
  return best;
}

/** Slips between two words; two letters that changed places are one. Of a longer word, its beginning may be meant. */
function slipsBetween(typed: string, word: string, allowed: number): number {
  const whole = Math.abs(word.length - typed.length) <= allowed ? lettersOff(typed, word) : Infinity;
  const begun = word.length > typed.length && typed.length > 4 ? lettersOff(typed, word.slice(0, typed.length)) : 2;
  return begun < 2 ? Math.min(whole, begun) : whole;
}

function lettersOff(a: string, b: string): number {
  const off = distance(a, b);
  return off === 2 && a.length === b.length && swapped(a, b) ? 1 : off;
}

function swapped(a: string, b: string): boolean {
  const at = shared(a, b);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
