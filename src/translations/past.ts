import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHistory } from '../git/history.ts';
import { textsAt } from '../git/texts.ts';
import { pastUnknown, type Past } from './board.ts';

/** The history of a content folder for the board. */
export function pastOf(content: string, history: GitHistory): Past {
  const now = (file: string) => readFileSync(join(content, file), 'utf8');
  if (!history.known) return pastUnknown(history, now);
  const { log, uncommitted } = history;
  return { log, uncommitted, then: (questions) => textsAt(content, history, questions), now };
}
