import type { Passage } from '../body.ts';
import { shownWordKeys } from '../schema/words.ts';
import { numbersIn } from './helpers/numbers-in-text.ts';
import { translationsOf, type ReadFile, type RuleContext } from './helpers/context.ts';

/** A translation must have the same numbers, internal links and footnotes as its original. */
export function checkAgainstOriginal(context: RuleContext): void {
  for (const [file, other] of translationsOf(context)) {
    words(context, file, other);
    body(context, file, other);
  }
}

function words(context: RuleContext, file: ReadFile, other: ReadFile): void {
  for (const key of shownWordKeys) {
    const [here, there] = [file.translation[key], other.translation[key]];
    if (here === undefined || there === undefined) continue;
    const found = compare(numbersInAll([here].flat(), file.lang), numbersInAll([there].flat(), other.lang));
    if (found.added.length + found.missing.length > 0)
      context.note(file.file, file.lineOf([key]), key, numberSentence(found));
  }

  function numbersInAll(texts: readonly string[], lang: string): string[] {
    return texts.flatMap((text) => numbersIn(text, lang));
  }
}

/**
 * Compares paragraph by paragraph. A translation with different paragraphs may be shorter on purpose, so only additions
 * are reported.
 */
function body(context: RuleContext, file: ReadFile, other: ReadFile): void {
  const [here, there] = [file.body.passages, other.body.passages];
  const aligned = here.map(({ type }) => type).join() === there.map(({ type }) => type).join();
  for (const [index, passage] of here.entries()) {
    const originalPassages = aligned ? [there[index] as Passage] : there;
    const note = (found: Difference, sentence: (found: Difference) => string) => {
      const relevant = aligned ? found : { added: found.added, missing: [] };
      if (relevant.added.length + relevant.missing.length > 0)
        context.note(file.file, file.translation.bodyLine + passage.line - 1, '', sentence(relevant));
    };
    const numbers = originalPassages.flatMap(({ text }) => numbersIn(text, other.lang));
    note(compare(numbersIn(passage.text, file.lang), numbers), numberSentence);
    const notes = originalPassages.flatMap((each) => each.notes);
    note(compare(passage.notes, notes), (found) => noteSentence(named(found, (key) => `[^${key}]`)));
    note(compare(pagesIn([passage]), pagesIn(originalPassages)), (found) =>
      linkSentence(named(found, (to) => `"${to}"`)),
    );
  }
}

/** Pages of the site that texts link to. Fragments and links to other sites may differ between languages. */
const pagesIn = (passages: readonly Passage[]) =>
  passages
    .flatMap(({ links }) => links)
    .filter((link) => link.startsWith('/'))
    .map((link) => link.split('#')[0] as string);

/** What only the translation has, and what only its original has. */
interface Difference {
  added: string[];
  missing: string[];
}

const compare = (here: readonly string[], there: readonly string[]): Difference => ({
  added: without(here, there),
  missing: without(there, here),
});

/** A list without the items of another one, each removed as often as it occurs there. */
function without(list: readonly string[], removed: readonly string[]): string[] {
  const rest = [...removed];
  return list.filter((item) => {
    const index = rest.indexOf(item);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

const named = ({ added, missing }: Difference, name: (item: string) => string): Difference => ({
  added: added.map(name),
  missing: missing.map(name),
});

const numberSentence = (found: Difference) =>
  `${has(found)}; correct one of them (number words don't count: use figures in both, or words in both)`;
const noteSentence = (found: Difference) => `${has(found)}; give both texts the same footnotes`;
const linkSentence = (found: Difference) => `${has(found, 'a link to ')}; give both texts the same links`;

function has({ added, missing }: Difference, what = ''): string {
  const here = `the translation has ${what}${added.join(', ')}`;
  const there = `the original has ${what}${missing.join(', ')}`;
  if (missing.length === 0) return `${here}; the original doesn't`;
  if (added.length === 0) return `${there}; the translation doesn't`;
  return `${here} where ${there}`;
}
