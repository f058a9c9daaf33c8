import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHistory } from '../git/history.ts';
import { textsThen } from '../git/texts.ts';
import { pastUnknown, type Past } from './board.ts';

/** The past of a content folder, from its git history. */
export function pastOf(content: string, history: GitHistory): Past {
  const now = (file: string) => readFileSync(join(content, file), 'utf8');
  if (!history.known) return pastUnknown(history, now);
  const { log, uncommitted } = history;
  return { log, uncommitted, then: (questions) => textsThen(content, history, questions), now };
}
