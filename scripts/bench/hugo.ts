/**
 * The same Markdown as a project of Hugo's, with a comparable page: head with alternates and share data, menu, language
 * switch, facts, text with footnotes, related entries, sources, JSON-LD, the styles inline. Lists, an index A to Z and a
 * sitemap too; but no calendars, Markdown twins, open data, maps, weaves or share pictures.
 */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSourceNotes } from '../../src/markdown/source-notes.ts';
import type { Edition, Entry } from '../../src/model/edition.ts';
import { defaultLanguage } from '../../src/model/schema/site.ts';
import { localAddress } from '../../src/i18n/addresses.ts';

const layouts = 'scripts/bench/hugo';

/** @param dir folder of the project, emptied first  @param css the styles that a page of ours has inline */
export function writeHugoProject(dir: string, edition: Edition, css: string): void {
  rmSync(dir, { recursive: true, force: true });
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  cpSync(layouts, join(dir, 'layouts'), { recursive: true });
  write('assets/page.css', css);

  write('config.json', JSON.stringify(settings(edition), null, 2));
  write('data/sources.json', JSON.stringify(edition.sources));
  write('data/cities.json', JSON.stringify(edition.cities));
  for (const { code } of edition.site.languages)
    write(`i18n/${code}.json`, JSON.stringify(wordsOf(edition.interface[code] ?? {})));

  for (const [kind, entries] of Object.entries(edition.entries))
    for (const entry of entries as Entry[])
      for (const { code } of edition.site.languages) {
        const words = entry.translations[code];
        if (!words) continue;
        const { title, summary } = words;
        // Menus and lists of Hugo's know a page's own date only; ours has a start, and no page is left out as future.
        const front = { title, summary, kind, type: kind, facts: entry.facts, ...taxonomies(entry) };
        const body = withSourceNotes(words.body, edition.sources, String).replace(
          /(\]\()(\/[^)]*)/g,
          (_, open: string, to: string) => open + localAddress(edition.site, code, to),
        );
        const file = kind === 'meeting' ? `about.${code}.md` : `${placeOf(kind)}${entry.slug}.${code}.md`;
        write(`content/${file}`, `${JSON.stringify(front)}\n\n${body}\n`);
      }
  for (const { code } of edition.site.languages)
    for (const section of ['events', 'programme', 'venues', 'host-cities', 'past-hosts', 'fields'])
      write(`content/${section}/_index.${code}.md`, `${JSON.stringify({ title: section })}\n`);
  for (const { code } of edition.site.languages)
    write(`content/search.${code}.md`, `${JSON.stringify({ title: 'A–Z', type: 'index', summary: '' })}\n`);
}

/** The inline styles of a built page. @param site folder of a built site */
export function stylesOf(site: string): string {
  const [file] = globSync('events/*/index.html', { cwd: site });
  const html = readFileSync(join(site, file ?? 'index.html'), 'utf8');
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css).join('');
}

const placeOf = (kind: string): string => (kind === 'pages' ? '' : kind === 'sessions' ? 'programme/' : `${kind}/`);

/** What Hugo finds related entries by. */
function taxonomies(entry: Entry): Record<string, unknown> {
  const { city, fields, field } = entry.facts as { city?: string; fields?: string[]; field?: string };
  return { places: city === undefined ? [] : [city], arts: fields ?? (field === undefined ? [] : [field]) };
}

function wordsOf(words: Record<string, string>): Record<string, { other: string }> {
  return Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key.replaceAll('.', '_').replaceAll('-', '_'), { other: text }]),
  );
}

function settings({ site }: Edition) {
  const original = defaultLanguage(site).code;
  return {
    baseURL: `${site.address}/`,
    title: site.name,
    defaultContentLanguage: original,
    disableKinds: ['taxonomy', 'term', 'RSS'],
    languages: Object.fromEntries(
      site.languages.map(({ code, name }, index) => [code, { languageName: name, weight: index + 1 }]),
    ),
    params: { menu: site.menu, licence: site.licence },
    markup: { goldmark: { extensions: { footnote: true } } },
    related: {
      threshold: 10,
      includeNewer: true,
      toLower: false,
      indices: [
        { name: 'places', weight: 60 },
        { name: 'arts', weight: 40 },
      ],
    },
    timeZone: site.timeZone,
  };
}
