/**
 * The edition that this build shows. Read once per build; while developing, anew for each page,
 * so that a saved file shows at the next reload.
 */
import { hasErrors, readContent } from './model/content.ts';
import type { Edition } from './model/edition.ts';
import { noted } from './model/noted.ts';
import { formatProblem } from './model/problem.ts';
import { readHistory, type History, type Reading } from './seo/history.ts';
import { buildMoment, contentDir } from './settings.ts';

let kept: Edition | undefined;
let read: Reading | undefined;
let moment: Temporal.ZonedDateTime | undefined;

/** When the content's files last changed; undefined while developing, and where no git history tells. */
export function loadHistory(): History | undefined {
  if (!import.meta.env.PROD) return undefined;
  read ??= readHistory(contentDir());
  return 'history' in read ? read.history : undefined;
}

/** @throws when nothing can be shown: the settings or the meeting are unreadable, or the check was left out before a build */
export function loadEdition(): Edition {
  if (kept) return kept;
  const { edition, problems } = readContent(contentDir());
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!edition || (import.meta.env.PROD && hasErrors(problems))) throw new Error(errors.map(formatProblem).join('\n'));
  if (!import.meta.env.PROD) return edition;
  return (kept = noted(edition));
}

/** The moment as of which the site is built: one for the whole build, however long it takes. */
export function momentOf({ site }: Edition): Temporal.ZonedDateTime {
  if (!import.meta.env.PROD) return buildMoment(site.timeZone);
  return (moment ??= buildMoment(site.timeZone));
}
