import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pagesOf } from '../addresses.ts';
import { readBody } from '../body.ts';
import type { Translation } from '../edition.ts';
import { decoded, isPictureName } from '../pictures.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import type { ReadFile, RuleContext } from './context.ts';

type Say = (message: string) => void;

/** Links, fragments, headings, notes and raw HTML in texts. */
export function texts(context: RuleContext): void {
  const link = linkRule(context);
  for (const file of context.files) {
    const { body, translation } = file;
    const tell = (line: number, message: string) =>
      context.error(file.file, translation.bodyLine + line - 1, '', message);
    if (body.failure) {
      tell(body.failure.line, body.failure.target);
      continue;
    }
    for (const { target, line } of body.links) link(target, file, (message) => tell(line, message));
    for (const { target, line } of body.wordless)
      tell(line, `the link to "${target}" has no words; write them between the square brackets`);
    for (const { target, line } of body.almostLinks)
      tell(
        line,
        `"${short(target)}" is no link; write [words](/address/) without a space between, the address in round brackets`,
      );
    for (const { target, line } of body.almostHeadings)
      tell(
        line,
        `"${short(target)}" is no heading; put a space after the signs: ${short(target.replace(/^#+/, '$& '))}`,
      );
    headings(file, tell);
    if (file.extension === 'md')
      for (const { target, line } of body.html) html(target, (message) => tell(line, message));
    for (const { target, line } of body.imports)
      // Pictures have a rule of their own.
      if (!isPictureName(target) && !existsSync(join(context.dir, dirname(file.file), target)))
        tell(line, `the file "${target}" isn't there; correct its name`);
    for (const { target, line } of body.strangers)
      tell(line, `there is no component <${target}>; import it at the beginning of the text, or take it out`);
    for (const { target, line } of body.doubledNotes)
      tell(line, `the note [^${target}] stands here twice; give one another name`);
    for (const { target, line } of body.unusedNotes)
      tell(line, `nothing refers to the note [^${target}]; refer to it or delete it`);
  }
}

/** A link leads to another site, or from the root to a page and a heading that are there. */
function linkRule(context: RuleContext): (target: string, file: ReadFile, say: Say) => void {
  const { site, entries, sources } = context.edition;
  const pages = pagesOf(entries);
  const addresses = [...context.addresses];
  const languages = site.languages.map(({ code }) => code.toLowerCase());

  return (target, file, say) => {
    if (target === '') return say('the link is empty; write its address between the round brackets');
    if (target === site.address || target.startsWith(`${site.address}/`))
      return say(
        `the link "${target}" names this site; write it from the root: ${target.slice(site.address.length) || '/'}`,
      );
    if (/^(https?:|mailto:)/i.test(target)) {
      if (!URL.canParse(target)) say(`"${target}" is no web address; correct it`);
      return;
    }
    if (/^www\.|^[\w-]+\.(com|org|net|eu|int|info|pl|fr|uk)(\/|$)/i.test(target))
      return say(`the link "${target}" must begin with https://, as it leads to another site`);
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return say(`the link "${target}" must begin with https:, mailto: or /`);
    const [path = '', fragment] = target.split('#');
    if (path === '' && fragment !== undefined) return heading(file.translation, fragment, say);
    if (!path.startsWith('/') || path.startsWith('//'))
      return say(`the link "${target}" must begin with one / like /events/, from the root of the site`);
    const first = path.split('/')[1] ?? '';
    if (languages.includes(first.toLowerCase()))
      return say(`the link "${target}" names the language; write it without: ${path.slice(first.length + 1) || '/'}`);
    const address = path.split('?')[0] as string;
    if (!context.addresses.has(address)) {
      if (!context.allRead && address.endsWith('.ics')) return;
      if (context.addresses.has(`${address}/`)) return say(`the link "${target}" must end in a slash: ${address}/`);
      return say(`there is no page "${address}"${didYouMean(address, addresses)}`);
    }
    if (fragment === undefined) return;
    const entry = pages.get(address);
    if (address === '/' || !entry) {
      if (!sectionFragment(address, fragment)) say(`there is nothing called "#${fragment}" at ${address}; take it out`);
      return;
    }
    const there = entry.translations[file.lang] ?? entry.translations[site.languages[0]?.code ?? ''];
    if (there) heading(there, fragment, say);
  };

  /** What pages without a text of their own have to point at: days and sources. */
  function sectionFragment(address: string, fragment: string): boolean {
    if (address === '/programme/') return /^d\d{4}-\d{2}-\d{2}$/.test(fragment);
    return address === '/sources/' && Object.hasOwn(sources, fragment);
  }

  function heading(there: Translation, fragment: string, say: Say) {
    const ids = readBody(there.body, there.extension).headings.map(({ id }) => id);
    if (!ids.includes(decoded(fragment)))
      say(`there is no heading "#${fragment}" in ${there.file}${didYouMean(fragment, ids)}`);
  }
}

/** The page's title is its h1, so a text begins at ## and goes down one level at a time. */
function headings({ body, translation }: ReadFile, tell: (line: number, message: string) => void): void {
  let depth = 1;
  for (const heading of body.headings) {
    const text = short(heading.text);
    if (heading.depth === 1)
      tell(heading.line, `"# ${text}" is a heading of the first level, which is the title's; write ## instead`);
    else if (heading.depth > depth + 1)
      tell(
        heading.line,
        `the heading "${text}" skips a level; write ${'#'.repeat(depth + 1)} instead of ${'#'.repeat(heading.depth)}`,
      );
    if (heading.text.trim() === '') tell(heading.line, 'this heading is empty; write it or delete the line');
    if (heading.text.trim() === translation.title.trim())
      tell(heading.line, `the heading "${text}" repeats the title; delete it or call it otherwise`);
    depth = Math.max(heading.depth, 1);
  }
}

/** Comments are for editors and stay out of the pages; any other HTML is refused. */
function html(target: string, say: Say): void {
  if (/^<!--(?![\s\S]*-->)/.test(target))
    say(`the comment "${short(target)}" is opened with <!-- and not closed; close it with -->`);
  else if (target.replace(/<!--[\s\S]*?-->/g, '').trim() !== '')
    say(`"${short(target)}" is HTML; write Markdown instead`);
}

/** The beginning of a text on one line, to quote it. */
const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 50)}…` : line;
};
