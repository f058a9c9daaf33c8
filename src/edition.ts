/**
 * The edition that this build shows. Read once per build; while developing, anew for each page,
 * so that a saved file shows at the next reload.
 */
import { hasErrors, readContent } from './model/content.ts';
import type { Edition } from './model/edition.ts';
import { formatProblem } from './model/problem.ts';
import { contentDir } from './settings.ts';

let kept: Edition | undefined;

/** @throws when nothing can be shown: the settings or the meeting are unreadable, or the check was left out before a build */
export function loadEdition(): Edition {
  if (kept) return kept;
  const { edition, problems } = readContent(contentDir());
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!edition || (import.meta.env.PROD && hasErrors(problems))) throw new Error(errors.map(formatProblem).join('\n'));
  if (import.meta.env.PROD) kept = edition;
  return edition;
}
