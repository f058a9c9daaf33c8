/** What stands in each part that a page can be made from, and what all pages are made with, as hashes. */
import { hash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockOf, lifeOf } from '../facts/life.ts';
import { pageIn } from '../i18n/page.ts';
import type { Edition } from '../model/edition.ts';
import { partsOf } from '../model/noted.ts';
import { unknowable, type Part } from '../model/parts.ts';
import { compare } from '../model/problem.ts';
import type { History } from '../seo/history.ts';
import { siteUrl } from '../settings.ts';
import { fontsFor } from '../styles/fonts.ts';

const hashed = (value: unknown): string => hash('sha1', JSON.stringify(value) ?? '').slice(0, 16);

/**
 * The hash of each part as it is now.
 *
 * @param now the moment that the site is built as of
 */
export async function valuesOf(
  edition: Edition,
  content: string,
  history: History | undefined,
  now: Temporal.ZonedDateTime,
): Promise<(part: Part) => string | undefined> {
  const values = new Map<Part, string>();
  for (const [part, value] of partsOf(edition)) values.set(part, hashed(value));
  for (const { code } of edition.site.languages) {
    const page = pageIn(edition, code, '/');
    const { moments, ...life } = lifeOf(page, now);
    // Of what is coming its hours and state; its words are parts of their own.
    const spans = moments.map(({ item, ...moment }) => [item.kind, item.slug, moment]);
    values.set(`life:${code}`, hashed([life, spans]));
    values.set(`clock:${code}`, hashed(clockOf(page, now)));
    values.set(`fonts:${code}`, hashed((await fontsFor(edition, code)).map(({ file, range }) => [file, range])));
  }
  values.set('changed:', hashed([...(history ?? [])]));
  return (part) => {
    if (part === unknowable) return undefined;
    const [, kind = '', rest = ''] = /^(\w+):(.*)$/s.exec(part) ?? [];
    // A page's own picture is named by all that it shows, and what it shows are parts of the page.
    if (kind === 'picture') return '';
    if (kind === 'changed' && rest !== '') return history?.get(rest) ?? '';
    // A picture that lies beside a text.
    if (kind === 'file') return hashOfFile(join(content, rest));
    return values.get(part);
  };
}

function hashOfFile(path: string): string {
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  return bytes === undefined ? '' : hash('sha1', bytes);
}

/** The hash of what every page is made with: the project's own code, its packages, the platform, settings, interface words. */
export function toolsOf(edition: Edition, content: string): string {
  const files = [...globSync('src/**/*.{ts,astro,css}'), 'astro.config.mjs', 'package.json', 'package-lock.json'].sort(
    compare,
  );
  // Texts in MDX are code that Astro compiles into the same bundle as the pages.
  const programs = globSync('**/*.mdx', { cwd: content })
    .sort(compare)
    .map((file) => join(content, file));
  const { node, icu, cldr, tz, unicode } = process.versions;
  const { site, interface: words } = edition;
  return hashed([
    [...files, ...programs].map((file) => [file, hash('sha1', readFileSync(file))]),
    { node, icu, cldr, tz, unicode },
    [site, words, siteUrl(site.address)],
  ]);
}
