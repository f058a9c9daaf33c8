import type { Report } from '../problem.ts';

/**
 * What is wrong with a file whatever it says: leftovers of a merge, characters that nobody sees.
 *
 * @returns false where a merge left two versions, so that nothing else can be said of the file
 */
export function raw(source: string, report: Report): boolean {
  let whole = true;
  source.split('\n').forEach((line, index) => {
    if (/^(<{7}|>{7}|\|{7})( |$)/.test(line)) {
      whole = false;
      report(
        index + 1,
        '',
        `"${line.trim().slice(0, 30)}" is left over from a merge conflict; choose one version and delete the marks`,
      );
    }
    // Control characters other than tab and line ends (Unicode category Cc) have no place in a text.
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(line))
      report(index + 1, '', 'a control character stands in this line; write the line anew');
    if (line.includes('\ufffd'))
      report(index + 1, '', '"\ufffd" stands for a letter that was lost when the file was saved; write it anew');
  });
  return whole;
}
