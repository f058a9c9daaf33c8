import { describeCharacter, hiddenIndex } from '../schema/characters.ts';
import type { Report } from '../problem.ts';

/**
 * Reports problems in any kind of text file: merge conflict markers and invisible characters.
 *
 * @returns false if a merge left two versions, so that no other check makes sense
 */
export function checkRawText(source: string, report: Report): boolean {
  let whole = true;
  source.split('\n').forEach((line, index) => {
    if (/^(<{7}|>{7}|\|{7})( |$)/.test(line)) {
      whole = false;
      report(
        index + 1,
        '',
        `"${line.trim().slice(0, 30)}" is left over from a merge conflict; choose one version and delete the markers`,
      );
    }
    const text = index === 0 ? line.replace(/^\ufeff/, '') : line;
    const hidden = hiddenIndex(text.replace(/\r$/, ''));
    if (hidden >= 0) report(index + 1, '', describeCharacter(text, hidden));
    if (line.includes('\ufffd'))
      report(index + 1, '', '"\ufffd" stands for a letter that was lost when the file was saved; retype it');
  });
  return whole;
}
