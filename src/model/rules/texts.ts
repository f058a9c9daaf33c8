import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pagesOf } from '../addresses.ts';
import { readBody } from '../body.ts';
import type { Translation } from '../edition.ts';
import { hint } from '../suggest.ts';
import type { ReadFile, RuleContext } from './context.ts';

/** Links, fragments, pictures, headings and raw HTML in texts. */
export function texts(context: RuleContext): void {
  const pages = pagesOf(context.edition.entries);
  const addresses = [...pages.keys()];
  const languages = context.edition.site.languages.map(({ code }) => code);

  for (const file of context.files) {
    const { body, translation } = file;
    const tell = (line: number, message: string) =>
      context.error(file.file, translation.bodyLine + line - 1, '', message);
    if (body.failure) {
      tell(body.failure.line, `the text can't be read: ${body.failure.target}`);
      continue;
    }
    for (const { target, line } of body.links) checkLink(target, (message) => tell(line, message), file);
    for (const { target, alt, line } of body.pictures) {
      if (alt.trim() === '')
        tell(line, `the picture "${target}" has no alternative text; describe it between the square brackets`);
      if (/^[a-z]+:/i.test(target))
        tell(line, `the picture "${target}" lies elsewhere; put it beside this file and write ./ before its name`);
      else if (!existsSync(join(context.dir, dirname(file.file), normalize(decode(target)))))
        tell(line, `the picture "${target}" isn't there; put it beside this file`);
    }
    headings(file, tell);
    if (file.extension === 'md')
      for (const { target, line } of body.html)
        if (target.replace(/<!--[\s\S]*?-->/g, '').trim() !== '')
          tell(line, `"${short(target)}" is HTML; write Markdown instead`);
    for (const { target, line } of body.unusedNotes)
      tell(line, `nothing refers to the note [^${target}]; refer to it or delete it`);
  }

  function checkLink(target: string, tell: (message: string) => void, file: ReadFile) {
    if (/^(https?:|mailto:)/i.test(target)) {
      if (!URL.canParse(target)) tell(`"${target}" is no web address; correct it`);
      return;
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return tell(`the link "${target}" must begin with https:, mailto: or /`);
    const [path = '', fragment] = target.split('#');
    if (path === '' && fragment !== undefined) return checkFragment(file.translation, fragment, tell);
    if (!path.startsWith('/') || path.startsWith('//'))
      return tell(`the link "${target}" must begin with one / like /events/, from the root of the site`);
    const first = path.split('/')[1] ?? '';
    if (languages.includes(first))
      return tell(
        `the link "${target}" names the language; write it without, like ${path.slice(first.length + 1) || '/'}`,
      );
    const bare = path.replace(/index\.md$/, '');
    if (!pages.has(bare)) {
      if (pages.has(`${path}/`)) return tell(`the link "${target}" must end in a slash: ${path}/`);
      if (/\.(ics|json|csv|txt|xml)$/.test(path)) return;
      return tell(`there is no page "${path}"${hint(path, addresses)}`);
    }
    const entry = pages.get(bare);
    if (fragment === undefined || !entry) return;
    const there = entry.translations[file.lang] ?? entry.translations[languages[0] as string];
    if (there) checkFragment(there, fragment, tell);
  }

  function checkFragment(there: Translation, fragment: string, tell: (message: string) => void) {
    const ids = readBody(there.body, there.extension).headings.map(({ id }) => id);
    if (!ids.includes(decode(fragment)))
      tell(`there is no heading "#${fragment}" in ${there.file}${hint(fragment, ids)}`);
  }
}

/** The page's title is its h1, so a text begins at ## and goes down one level at a time. */
function headings({ body, translation }: ReadFile, tell: (line: number, message: string) => void): void {
  let depth = 1;
  for (const heading of body.headings) {
    if (heading.depth === 1)
      tell(heading.line, `"# ${heading.text}" is a heading of the first level, which is the title's; write ## instead`);
    else if (heading.depth > depth + 1)
      tell(
        heading.line,
        `the heading "${heading.text}" skips a level; write ${'#'.repeat(depth + 1)} instead of ${'#'.repeat(heading.depth)}`,
      );
    if (heading.text.trim() === '') tell(heading.line, 'this heading is empty; write it or delete the line');
    if (heading.text.trim() === translation.title.trim())
      tell(heading.line, `the heading "${heading.text}" repeats the title; delete it or call it otherwise`);
    depth = Math.max(heading.depth, 1);
  }
}

const short = (html: string) => (html.length > 40 ? `${html.slice(0, 40)}…` : html).split('\n')[0];

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
