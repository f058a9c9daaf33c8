/** The translation board as shown on its page: the states from translations/board.ts in words, with links. */
import { formatDay } from '../calendar/dates-and-times.ts';
import { listOf } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { kinds, type Kind } from '../model/schema/kinds.ts';
import { repositoryLinks, type RepositoryLinks } from '../model/repository-links.ts';
import type { Language } from '../model/schema/site.ts';
import { countsOf, type Board, type Cell, type Row, type State } from '../translations/board.ts';
import { dataTitle } from './data-titles.ts';

/** A link; `name` is its accessible name, which is unique on the page. */
export interface BoardLink {
  words: string;
  name: string;
  href: string;
}

export interface BoardCell {
  language: Language;
  state: State;
  word: string;
  /** What has changed, and since when. */
  remark: string | undefined;
  /** Undefined for interface words that come with the kit. */
  file: string | undefined;
  /** Empty without a `repository` in site.yaml. */
  links: BoardLink[];
}

export interface BoardRow {
  title: string;
  href: string;
  lang: string | undefined;
  cells: BoardCell[];
}

export interface BoardKind {
  title: string;
  /** Entries with missing or outdated translations. */
  open: BoardRow[];
  /** Entries that are up to date in all languages. */
  done: BoardRow[];
}

export interface BoardLanguage extends Record<State, number> {
  language: Language;
  words: BoardCell;
}

export interface BoardView {
  languages: BoardLanguage[];
  kinds: BoardKind[];
  known: boolean;
}

/** A file in one language, or interface words that have no file. */
type Listed = Pick<Cell, 'lang' | 'state'> & { file: string | undefined };

/** @param folder path of the content folder in its repository */
export function boardView(page: PageContext, board: Board, folder: string): BoardView {
  const { t, edition } = page;
  const repository = repositoryLinks(edition.site.repository, folder);
  const language = (code: string) => board.languages.find((one) => one.code === code) as Language;

  const cell = (title: string, original: string, of: Listed, remark: string | undefined): BoardCell => ({
    language: language(of.lang),
    state: of.state,
    word: t(`translations.${of.state}`),
    remark,
    file: of.file,
    links:
      repository && of.file !== undefined
        ? linksOf(page, repository, `${title}, ${language(of.lang).name}`, original, of.state, of.file)
        : [],
  });
  const row = ({ entry, original, cells }: Row): BoardRow => {
    const ref = page.ref(entry);
    return { ...ref, cells: cells.map((of) => cell(ref.title, original, of, changed(page, of))) };
  };
  const isDone = ({ cells }: Row) => cells.every(({ state }) => state === 'fresh');
  const kindOf = (kind: Kind): BoardKind => {
    const rows = board.rows.filter(({ entry }) => entry.kind === kind);
    return {
      title: dataTitle(page, kind),
      open: rows.filter((one) => !isDone(one)).map(row),
      done: rows.filter(isDone).map(row),
    };
  };

  return {
    known: board.unknown === undefined,
    languages: board.interfaces.map(({ lang, state, file, missing, changed: keys }) => {
      const remarks = [
        missing > 0 && t('translations.words-missing', { count: missing }),
        keys.length > 0 && t('translations.words-changed', { count: keys.length }),
      ].filter((text) => text !== false);
      const original = `interface/${edition.site.languages[0]?.code}.yaml`;
      const words = cell(t('translations.words'), original, { lang, state, file }, remarks.join('; ') || undefined);
      // A file that exists but lacks words counts as missing, not as up to date.
      const incomplete =
        state !== 'older' && missing > 0 ? ({ state: 'missing', word: t('translations.missing') } as const) : {};
      return { language: language(lang), ...countsOf(board, lang), words: { ...words, ...incomplete } };
    }),
    kinds: kinds.map(kindOf).filter(({ open, done }) => open.length + done.length > 0),
  };
}

/** "The title and text changed after 2 March 2033." */
function changed(page: PageContext, { since, parts = [] }: Cell): string | undefined {
  if (since === undefined) return undefined;
  const names = parts.map((part) => page.t(`translations.part-${part}`));
  return page.t('translations.changed', { parts: listOf(page.lang, names), date: formatDay(page.lang, since) });
}

function linksOf(
  { t }: PageContext,
  repository: RepositoryLinks,
  name: string,
  original: string,
  state: State,
  file: string,
): BoardLink[] {
  const link = (word: 'edit' | 'write' | 'compare', href: string): BoardLink => {
    const words = t(`translations.${word}`);
    return { words, name: `${words}: ${name}`, href };
  };
  if (state === 'missing') return [link('write', repository.create(file))];
  const edit = link('edit', repository.edit(file));
  return state === 'older' ? [edit, link('compare', repository.changes(original))] : [edit];
}
