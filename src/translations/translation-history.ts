import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitHistory } from '../git/history.ts';
import { readVersions } from '../git/file-versions.ts';
import { unknownHistory, type TranslationHistory } from './board.ts';

/** The history of a content folder for the board. */
export function translationHistory(content: string, history: GitHistory): TranslationHistory {
  const readCurrent = (file: string) => readFileSync(join(content, file), 'utf8');
  if (!history.known) return unknownHistory(history, readCurrent);
  const { log, uncommitted } = history;
  return { log, uncommitted, readVersions: (versions) => readVersions(content, history, versions), readCurrent };
}
