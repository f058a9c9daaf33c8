/** The edition being built. Read once per build; in `dev` once per page, so that a reload shows saved changes. */
import { historyOf, readHistory } from './git/history.ts';
import type { Log } from './git/log.ts';
import { scheduleChangeTimesOf, type ScheduleChangeTimes } from './git/schedule-change-times.ts';
import { hasErrors, readContent } from './model/read/content.ts';
import type { Edition } from './model/edition.ts';
import { readContentOnce } from './model/read/read-content-once.ts';
import { formatProblem } from './model/problem.ts';
import { buildMoment, contentDir, historyFile, isChecked } from './settings.ts';
import { boardOf, type Board } from './translations/board.ts';
import { translationHistory } from './translations/translation-history.ts';

let loaded: Edition | undefined;
let moment: Temporal.ZonedDateTime | undefined;

/** When the content's files last changed; undefined in `dev` and without a git history. */
export function loadHistory(): Log | undefined {
  if (!import.meta.env.PROD) return undefined;
  const history = historyOf(contentDir(), historyFile());
  return history.known ? history.log : undefined;
}

let scheduleChangeTimes: ScheduleChangeTimes | undefined;

/** When the schedule of sessions and events last changed; none in `dev` and without a git history. */
export function loadScheduleChangeTimes(): ScheduleChangeTimes {
  if (!import.meta.env.PROD) return new Map();
  return (scheduleChangeTimes ??= scheduleChangeTimesOf(
    contentDir(),
    historyOf(contentDir(), historyFile()),
    loadEdition(),
  ));
}

let board: Board | undefined;

/** The state of the translations; in `dev`, computed again on each call. */
export function loadBoard(): Board {
  if (board) return board;
  const content = contentDir();
  const history = import.meta.env.PROD ? historyOf(content, historyFile()) : readHistory(content);
  const made = boardOf(loadEdition(), translationHistory(content, history));
  if (import.meta.env.PROD) board = made;
  return made;
}

/** @throws if site.yaml or the meeting can't be read, or, in a build, if the content has errors */
export function loadEdition(): Edition {
  if (loaded) return loaded;
  const { edition, problems } = import.meta.env.PROD
    ? readContentOnce(contentDir(), isChecked())
    : readContent(contentDir());
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!edition || (import.meta.env.PROD && hasErrors(problems))) throw new Error(errors.map(formatProblem).join('\n'));
  if (!import.meta.env.PROD) return edition;
  return (loaded = edition);
}

/** The moment that the site is built for: the same throughout a build. */
export function momentOf({ site }: Edition): Temporal.ZonedDateTime {
  if (!import.meta.env.PROD) return buildMoment(site.timeZone);
  return (moment ??= buildMoment(site.timeZone));
}
