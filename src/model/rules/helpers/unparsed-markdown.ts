/** Markdown that the parser leaves in the text because of a mistake, so that readers would see the raw characters. */
import type { Nodes } from 'mdast';
import { lineOf } from '../../body.ts';
import { confusableIndex, nameCharacter } from '../../schema/characters.ts';
import { short, type ReportLine } from './context.ts';
import { address, interpreted, maskMarkup, specialSpace } from './mask-markup.ts';
import { almostPicture } from '../pictures.ts';
import { runOnLines } from './run-on-lines.ts';

const nameOfSpace = (raw: string): string => nameCharacter(raw[confusableIndex(raw)] ?? '');

type Pattern = readonly [find: RegExp, message: (raw: string) => string];

/**
 * Tried in this order; text found by one isn't searched by the next. No pattern may search from each bracket to the end
 * of the text, or a long line of brackets would take minutes.
 */
const patterns: readonly Pattern[] = [
  [/!\[[^\][]*\] ?\(([^()]*)\)/g, almostPicture],
  [
    /!?\[\[[^\][\n]+\]\]/g,
    (raw) => `"${raw}" isn't Markdown; write [words](/address/) or ![what it shows](./picture.jpg "Photo: Name")`,
  ],
  [
    new RegExp(
      `\\[[^\\][]+\\](?: |${specialSpace})+\\((?=[${address}/]|https?:|mailto:|tel:|www\\.)[^()\\n]*\\)?`,
      'g',
    ),
    (raw) => `"${raw}" isn't a link; delete the space between ] and (`,
  ],
  [
    /\[[^\][]*\]\(\s*tel:[^()\n]*\)/gi,
    (raw) =>
      `"${raw}" isn't a link; write the number without spaces: ${raw.replace(/\(.*/s, (part) => part.replace(/\s+/g, ''))}`,
  ],
  [
    /\[[^\][]*\]\([^()\n]*\)?/g,
    (raw) =>
      /\]\(.*\]\(|\[\^/s.test(raw)
        ? `"${raw}" isn't a link; a link can't contain another link or a footnote`
        : `"${raw}" isn't a link; its address can't have spaces (write %20) and must end in )`,
  ],
  [
    /(?<!\u0001\u0001[^\][]*)\]\(/g,
    () => '"](" is left in the text; a link can’t contain another link, and each [ needs a ]',
  ],
  [
    new RegExp(`\\([^()\\n]*\\)\\[(?=[${address}/])`, 'g'),
    (raw) => `"${raw}" isn't a link; write [words](address), not (words)[address]`,
  ],
  [
    /(?<!!)\[[^\]^[][^\][]*\]\[[^\][]*\]/g,
    (raw) => `"${raw}" isn't a link; write [words](/address/), the address in round brackets`,
  ],
  [/\[![a-z]+\]/gi, (raw) => `"${raw}" would be shown as text; callouts don't work here, so delete it`],
  [/^\[_?TOC_?\]$/im, (raw) => `"${raw}" would be shown as text; tables of contents are automatic, so delete it`],
  [/\^\[|\[\^\s*\]/g, (raw) => `"${raw}" isn't a footnote; write [^name] in the text, and [^name]: … on its own line`],
  [
    new RegExp(`<${address}+[^<>\\n]*>?`, 'g'),
    (raw) => `"${raw}" isn't a link; write the address with https://, without spaces and without < and >`,
  ],
  [/(?<=^\u0003*)#{7,}.*$/m, (raw) => `"${short(raw)}" isn't a heading; a heading has at most six #`],
  [
    new RegExp(`(?<=^\u0003*)(?:${specialSpace})*(?:#{1,6}|[-*])(?:${specialSpace}).*$`, 'm'),
    (raw) =>
      `"${short(raw)}" is neither a heading nor a list because of ${nameOfSpace(raw)}; replace that with an ordinary space`,
  ],
  [
    new RegExp(`(?<=^\u0003*)(?:${specialSpace})+(?:#{1,6}|[-*+>|]|\\d+[.)])(?=\\s).*$`, 'm'),
    (raw) => `"${short(raw)}" begins with ${nameOfSpace(raw)}; delete that, or it is neither a heading nor a list`,
  ],
  [
    /(?<=^\u0003*)#{2,6}(?=[^#\s]).*$/m,
    (raw) => `"${short(raw)}" isn't a heading; put a space after the #: ${short(raw.replace(/^#+/, '$& '))}`,
  ],
  [
    /\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{\{[<%]/g,
    (raw) => `"${raw}" would be shown as text; templates don't work here, so write the words`,
  ],
  [
    /\{[#.:][^{}\n]*\}/g,
    (raw) => `"${raw}" would be shown as text; headings get their ids automatically, so delete it`,
  ],
  [/(?<=^\u0003*):{3,}.*$/m, (raw) => `"${short(raw)}" would be shown as text; callouts don't work here, so delete it`],
  [/(?<=^[^\n]{1,40}\n): +(?=\S)/g, () => `definition lists don't work here; write a list with "- "`],
  [
    /(?<![\p{L}\p{N}:/]):[a-z][a-z0-9_+]+:(?![\p{L}\p{N}:])/gu,
    (raw) => `"${raw}" would be shown as text; write the emoji itself`,
  ],
  [
    /\*\[[^\][\n]+\]:/g,
    (raw) => `"${raw}" would be shown as text; abbreviations can't be defined, so explain it in the sentence`,
  ],
  [
    /\$\$[^$\n]*(?:\$\$)?/g,
    (raw) => `"${raw}" would be shown as text; formulas don't work here, so write them in words`,
  ],
  [
    /==(?=\S)[^=\n]+==|==\u0001[^=\n]*==/g,
    (raw) => `"${short(raw)}" isn't highlighted, and the = would be shown; write **words**`,
  ],
  [/<!--|-->/g, (raw) => `"${raw}" is left in the text; a comment begins with <!-- and ends with -->`],
  [/\\$(?![\s\S])/g, () => 'the \\ at the end would be shown; a line break needs another line after it'],
  [/`+/g, (raw) => `"${raw}" would be shown; code needs the same backticks on both sides, and an apostrophe is ’`],
];

/** Reports leftover markup in a heading, a paragraph or a table cell. */
export function checkUnparsedMarkdown(node: Nodes, source: string, report: ReportLine): void {
  const start = node.position?.start.offset ?? 0;
  const raw = source.slice(start, node.position?.end.offset ?? start);
  let text = maskMarkup(node, source);
  const at = lineFinder(raw, lineOf(node));
  for (const [find, message] of patterns)
    text = text.replace(find, (match: string, ...rest: unknown[]) => {
      const index = rest.find((value) => typeof value === 'number') as number;
      report(at(index), message(raw.slice(index, index + match.length)));
      return match.replace(/[^\n]/g, interpreted);
    });
  for (const [index, message] of [...emphasis(text, raw), ...runOnLines(text, raw, node.type)])
    report(at(index), message);
}

/** Finds the line of a position in a text. Uses binary search: a large file may have a mistake in every word. */
function lineFinder(text: string, firstLine: number): (index: number) => number {
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  return (index) => {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ends[middle] as number) < index) from = middle + 1;
      else to = middle;
    }
    return firstLine + from;
  };
}

/** Finds emphasis characters that remained text because they touch no word, or the wrong one. */
function* emphasis(text: string, raw: string): Generator<[index: number, message: string]> {
  const runs = [...text.matchAll(/(?<!\*)\*{1,3}(?!\*)|(?<!_)_{1,3}(?!_)|(?<!~)~{2,}/g)].map(({ 0: sign, index }) => ({
    sign,
    index,
    before: text[index - 1] ?? ' ',
    after: text[index + sign.length] ?? ' ',
  }));
  const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
  const touches = (character: string) => !/[\s\u0003]/.test(character);
  const last = new Map(runs.map(({ sign, index }) => [sign, index]));
  let reported = '';
  for (const { sign, index, before, after } of runs) {
    const kind = sign[0] as string;
    const isLast = last.get(sign) === index;
    if (reported.includes(kind)) continue;
    // 5*3, snake_case
    if (isWord(before) && isWord(after) && (kind === '_' || (/\d/.test(before) && /\d/.test(after)))) continue;
    if (sign.length === 1) {
      // A single asterisk, or one after each price, refers to a note.
      if (isLast || !touches(after) || /[,.;:!?)\]…]/.test(after)) continue;
    } else if (!touches(before) && !touches(after) && isLast) continue;
    reported += kind;
    yield [
      index,
      `"${short(raw.slice(index, index + 40))}": ${sign} would be shown; it must touch the words inside, with a space or a comma outside (write ${sign.replace(/./g, '\\\\$&')} for the character itself)`,
    ];
  }
}
