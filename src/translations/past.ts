import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLog, textsThen, uncommitted } from '../history/log.ts';
import type { Past } from './board.ts';

/** The past of a content folder, as git tells it. */
export function pastOf(content: string): Past {
  const reading = readLog(content);
  const now = (file: string) => readFileSync(join(content, file), 'utf8');
  if ('missing' in reading)
    return { log: undefined, missing: reading.missing, uncommitted: new Set(), then: () => new Map(), now };
  return {
    log: reading.log,
    uncommitted: uncommitted(content),
    then: (questions) => textsThen(content, questions),
    now,
  };
}
