/** The facts of a change as Markdown, for a comment on GitHub and for a terminal. */
import { code, link, plain } from './escape.ts';
import type { Facts, PageName, PullProblem } from './comparison.ts';

/** Trusted data, unlike the facts. */
export interface MarkdownContext {
  /** Address of the preview. */
  preview?: string | undefined;
  /** Address of the run that wrote the facts, with its artifacts. */
  run?: string | undefined;
  /** The commit that was built. */
  commit?: string | undefined;
  /** Address of that commit's files. */
  source?: string | undefined;
}

/** In characters; GitHub's limit is 65,536. */
const longest = 60_000;

/**
 * The comparison in Markdown.
 * @param facts null if the run that writes them failed
 */
export function toMarkdown(facts: Facts | null, context: MarkdownContext = {}): string {
  // Long lists are cut to fit into a comment.
  for (const rows of [100, 40, 15]) {
    const text = withLists(facts, context, rows);
    if (text.length <= longest) return text;
  }
  return withLists(facts, context, 5);
}

function withLists(facts: Facts | null, context: MarkdownContext, rows: number): string {
  const parts = facts
    ? [problems(facts, context, rows), pages(facts, context, rows), weight(facts, Math.min(rows, 10))]
    : ['The comparison could not be made. See the run for the reason.'];
  return `${['## What this changes', place(facts, context), ...parts].filter(Boolean).join('\n\n')}\n`;
}

/** Links to the preview and the run. */
function place(facts: Facts | null, { preview, run, commit }: MarkdownContext): string {
  const sentences: string[] = [];
  if (preview) sentences.push(`**${link('Look at the preview', preview)}**.`);
  else if (run && facts?.after)
    sentences.push(
      `To see it, download ${code('preview')} from ${link('this run', run)}, unpack it as ${code('dist')} in a copy of the project, and run ${code('npm run preview')}.`,
    );
  if (run && (preview || !facts?.after)) sentences.push(`${link('See the run', run)}.`);
  if (commit) sentences.push(`As of ${commit.slice(0, 10)}; this comment is updated on each push.`);
  return sentences.join(' ');
}

function problems({ after, problems: all, oldProblems }: Facts, context: MarkdownContext, rows: number): string {
  const errors = all.filter(({ severity }) => severity === 'error');
  const notes = all.filter(({ severity }) => severity === 'note');
  const parts: string[] = [];
  if (!after)
    parts.push(
      errors.length > 0 ? '**Nothing was built**, because of errors.' : '**The build failed**; the run shows why.',
    );
  if (errors.length > 0)
    parts.push(`### ${count(errors.length, 'error')} to fix\n\n${problemList(errors, context, rows)}`);
  if (notes.length > 0)
    parts.push(
      `### ${count(notes.length, 'new note')}\n\nNotes don't stop the build.\n\n${problemList(notes, context, rows)}`,
    );
  const old =
    oldProblems === 0
      ? ''
      : `${count(oldProblems, 'existing problem')} ${oldProblems === 1 ? 'is' : 'are'} not listed.`;
  if (all.length === 0)
    parts.push(`**No ${oldProblems === 0 ? '' : 'new '}problems** in the content.${old && ` ${old}`}`);
  else if (old) parts.push(old);
  return parts.join('\n\n');
}

function problemList(all: readonly PullProblem[], context: MarkdownContext, rows: number): string {
  return list(all, rows, ({ file, line, field, message }) => {
    const words = file === '' ? 'Settings' : `${code(file)}${line > 0 ? ` line ${line}` : ''}`;
    const where = file && context.source ? link(words, lineOf(context.source, file, line)) : words;
    return `- ${where}${field ? `, ${plain(field, 80)}` : ''}: ${plain(message, 500)}`;
  });
}

/** The address of a line; `plain` shows the source of Markdown. */
const lineOf = (source: string, file: string, line: number): string =>
  `${source}/${file.split('/').map(encodeURIComponent).join('/')}?plain=1${line > 0 ? `#L${line}` : ''}`;

function pages(facts: Facts, { preview, run }: MarkdownContext, rows: number): string {
  const { before, after, added, removed, changed, redrawn, framed } = facts;
  if (!after) return '';
  if (!before)
    return `### Pages\n\n${count(after.pages, 'page')}. The site before the change could not be built, so there is no comparison.`;
  const same = Math.max(0, after.pages - added.length - changed.length - redrawn.length - framed);
  const name = ({ address, title }: PageName, there = true) =>
    `${preview && there && isPath(address) ? link(plain(title, 120), new URL(address, preview).href) : plain(title, 120)} ${code(address)}`;
  const all = [
    ...removed.map((page) => ({
      what: 'removed',
      page: name(page, false),
      lang: page.lang,
      how: page.leadsTo === undefined ? '**no redirect**' : `redirects to ${code(page.leadsTo)}`,
    })),
    ...added.map((page) => ({ what: 'added', page: name(page), lang: page.lang, how: '' })),
    ...changed.map((page) => ({ what: 'changed', page: name(page), lang: page.lang, how: howChanged(page) })),
    ...redrawn.map((page) => ({ what: 'changed', page: name(page), lang: page.lang, how: 'only the markup' })),
  ];
  const sums = [
    `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${same} unchanged.`,
    redrawn.length === 0
      ? ''
      : `${count(redrawn.length, 'page')} with the same words but a different link, picture or markup.`,
    framed === 0 ? '' : `Only the header, menu or footer changed on ${count(framed, 'page')}.`,
  ].filter(Boolean);
  if (all.length === 0) return `### Pages\n\n${sums.join(' ')}`;
  const head = '| | page | language | |\n|---|---|---|---|\n';
  const table = list(all, rows, ({ what, page, lang, how }) => `| ${what} | ${page} | ${plain(lang, 20)} | ${how} |`);
  // Long tables are collapsed in a comment; a terminal can't do that.
  const folded =
    run && all.length > 15
      ? `<details><summary>Show the pages</summary>\n\n${head}${table}\n\n</details>`
      : `${head}${table}`;
  return `### Pages\n\n${sums.join(' ')}\n\n${folded}`;
}

function howChanged({ came, went, titleBefore }: Facts['changed'][number]): string {
  const words =
    came === 0 && went === 0
      ? 'words in a different order'
      : [
          came > 0 ? `${count(came, 'word')} added` : '',
          went > 0 ? `${came > 0 ? number(went) : count(went, 'word')} removed` : '',
        ]
          .filter(Boolean)
          .join(', ');
  return titleBefore === undefined ? words : `${words}; the title was “${plain(titleBefore, 120)}”`;
}

function weight({ before, after, weights, budgets }: Facts, rows: number): string {
  if (!after) return '';
  const row = (name: string, key: keyof typeof after, format: (value: number) => string) =>
    `| ${name} | ${before ? format(before[key]) : '?'} | ${format(after[key])} | ${before ? difference(after[key] - before[key], format) : ''} |`;
  const table = [
    '| | before | now | |',
    '|---|--:|--:|--:|',
    row('pages', 'pages', number),
    row('all pages, compressed', 'weight', kB),
    row('files', 'files', number),
    row('all files', 'bytes', MB),
  ].join('\n');
  const over = budgets.filter((page) => page.weight > page.budget);
  const near = budgets.filter((page) => page.weight <= page.budget);
  const budgetLine = ({ address, weight, budget }: Facts['budgets'][number]) =>
    `- ${code(address)}: ${kB(weight)} of ${kB(budget)}`;
  const parts = [
    `### Weight\n\n${table}`,
    over.length > 0 ? `**Too heavy**, so the tests fail:\n\n${list(over, rows, budgetLine)}` : '',
    near.length > 0 ? `Near their limit:\n\n${list(near, rows, budgetLine)}` : '',
    weights.length > 0
      ? `Largest changes:\n\n${list(weights, Math.min(rows, 5), (page) => `- ${code(page.address)}: ${kB(page.before)} → ${kB(page.after)}`)}`
      : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** The first rows of a list, and the number of omitted ones. */
function list<T>(all: readonly T[], rows: number, format: (item: T) => string): string {
  const shown = all.slice(0, rows).map(format);
  if (all.length <= rows) return shown.join('\n');
  return `${shown.join('\n')}\n\n… and ${number(all.length - rows)} more.`;
}

/** Is it a path, and not another host like `//elsewhere`? */
const isPath = (address: string): boolean => /^\/(?!\/)[\w.~%/-]*$/.test(address);

const number = (value: number): string => value.toLocaleString('en');
const count = (value: number, word: string): string => `${number(value)} ${word}${value === 1 ? '' : 's'}`;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const MB = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

function difference(value: number, format: (value: number) => string): string {
  if (value === 0) return '=';
  return `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`;
}
