/**
 * The edition that this build shows. Read once per build; while developing, anew for each page,
 * so that a saved file shows at the next reload.
 */
import { historyOf, readHistory } from './git/history.ts';
import type { Log } from './git/log.ts';
import { hasErrors, readContent } from './model/read/content.ts';
import type { Edition } from './model/edition.ts';
import { contentOf } from './model/read/content-once.ts';
import { formatProblem } from './model/problem.ts';
import { buildMoment, contentDir, historyFile, isChecked } from './settings.ts';
import { boardOf, type Board } from './translations/board.ts';
import { pastOf } from './translations/past.ts';

let kept: Edition | undefined;
let moment: Temporal.ZonedDateTime | undefined;

/** When the content's files last changed; undefined while developing, and where no git history tells. */
export function loadHistory(): Log | undefined {
  if (!import.meta.env.PROD) return undefined;
  const history = historyOf(contentDir(), historyFile());
  return history.known ? history.log : undefined;
}

let board: Board | undefined;

/** How far the translations are; while developing, as of now. */
export function loadBoard(): Board {
  if (board) return board;
  const content = contentDir();
  const history = import.meta.env.PROD ? historyOf(content, historyFile()) : readHistory(content);
  const made = boardOf(loadEdition(), pastOf(content, history));
  if (import.meta.env.PROD) board = made;
  return made;
}

/** @throws when nothing can be shown: the settings or the meeting are unreadable, or the check was left out before a build */
export function loadEdition(): Edition {
  if (kept) return kept;
  const { edition, problems } = import.meta.env.PROD ? contentOf(contentDir(), isChecked()) : readContent(contentDir());
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!edition || (import.meta.env.PROD && hasErrors(problems))) throw new Error(errors.map(formatProblem).join('\n'));
  if (!import.meta.env.PROD) return edition;
  return (kept = edition);
}

/** The moment as of which the site is built: one for the whole build, however long it takes. */
export function momentOf({ site }: Edition): Temporal.ZonedDateTime {
  if (!import.meta.env.PROD) return buildMoment(site.timeZone);
  return (moment ??= buildMoment(site.timeZone));
}
