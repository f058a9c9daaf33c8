import { composed, withoutHidden } from '../schema/characters.ts';
import type { Report } from '../problem.ts';

export interface SplitText {
  /** The YAML between the two lines of hyphens. */
  yaml: string;
  /** Line of the file on which the YAML begins. */
  yamlLine: number;
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
}

/**
 * Splits a Markdown file into front matter and body. A byte order mark and Windows line endings are accepted.
 *
 * @returns undefined if there is no front matter, after reporting why
 */
export function splitFrontMatter(source: string, report: Report): SplitText | undefined {
  const text = normalise(source);
  if (text.trim() === '') {
    report(1, '', 'the file is empty; write the fields between two lines of three hyphens (---), then the text');
    return undefined;
  }
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '---') {
    report(1, '', 'the file must begin with a line of three hyphens (---), then the fields, then another such line');
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) {
    report(1, '', 'the line of three hyphens (---) that ends the fields is missing; put it before the text');
    return undefined;
  }
  return {
    yaml: `${lines.slice(1, end).join('\n')}\n`,
    yamlLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

/**
 * The text without a byte order mark or characters that don't belong in a text (checkRawText() reports those), with
 * \n as line endings and with composed letters.
 */
export const normalise = (source: string): string =>
  composed(withoutHidden(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')));
