import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../src/model/page-addresses.ts';
import { readContent } from '../../src/model/read/content.ts';
import type { Entry } from '../../src/model/edition.ts';
import { built, starter } from '../helpers/build.ts';
import { languages as inContent, least, isThisEdition } from '../helpers/this-edition.ts';
import { attribute, pagesIn, realPages, textOf, type BuiltPage } from '../helpers/pages.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio', starter };

const noindex = (page: BuiltPage) => attribute(page, 'meta[name=robots]', 'content') === 'noindex';
/** My list and the translation board are noindex without being fallback pages. */
const isUnlisted = (page: BuiltPage) => /^\/([a-zA-Z-]+\/)?(list|translations)\/$/.test(page.address);
const alternates = (page: BuiltPage) =>
  [...page.document.querySelectorAll('link[rel=alternate][hreflang]')]
    .map((link) => `${link.getAttribute('hreflang')} ${link.getAttribute('href')}`)
    .sort();

/** The sitemap as address → alternates. */
function sitemap(dir: string): Map<string, string[]> {
  const xml = readFileSync(join(dir, 'sitemap-0.xml'), 'utf8');
  return new Map(
    [...xml.matchAll(/<url>(.*?)<\/url>/g)].map(([, url = '']) => [
      /<loc>(.*?)<\/loc>/.exec(url)?.[1] ?? '',
      [...url.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, lang, href]) => `${lang} ${href}`).sort(),
    ]),
  );
}

/** Alternates that don't link back, which search engines ignore. */
const oneWay = (pages: ReadonlyMap<string, readonly string[]>): string[] =>
  [...pages].flatMap(([address, links]) =>
    links
      .filter((link) => !pages.get(link.split(' ')[1] ?? '')?.some((back) => back.split(' ')[1] === address))
      .map((link) => `${address} → ${link}`),
  );

describe.each(Object.entries(editions))('%s: page metadata', (name, content) => {
  const dir = built(name);
  const { edition } = readContent(content);
  if (!edition) throw new Error(`${content} has errors; CONTENT_DIR=${content} npm run check lists them`);
  const { address: origin, languages } = edition.site;

  test('every page has one h1, one main, and a title and description that are unique in its language', () => {
    const titles = new Map<string, string>();
    const descriptions = new Map<string, string>();
    for (const page of pagesIn(dir)) {
      expect(page.document.querySelectorAll('h1').length, page.file).toBe(1);
      expect(page.document.querySelectorAll('main').length, page.file).toBe(1);
      const title = page.document.title;
      const description = attribute(page, 'meta[name=description]', 'content') ?? '';
      expect(title.length, page.file).toBeGreaterThan(edition.site.name.length);
      expect(description.length, `${page.file}: ${description}`).toBeGreaterThanOrEqual(30);
      expect(description.length, `${page.file}: ${description}`).toBeLessThanOrEqual(200);
      for (const [seen, text] of [
        [titles, title],
        [descriptions, description],
      ] as const) {
        const key = `${page.lang} ${text}`;
        expect(seen.get(key), `${page.file} has the same: ${text}`).toBeUndefined();
        seen.set(key, page.file);
      }
    }
  });

  test('no text contains undefined, [object Object] or a placeholder', () => {
    for (const page of pagesIn(dir))
      expect(textOf(page), page.file).not.toMatch(/\bundefined\b|\bNaN\b|Invalid Date|\[object Object\]|\{[a-z]+\}/);
  });

  test('translated pages are canonical; the others point to the original and are noindex', () => {
    let canonicals = 0;
    for (const page of realPages(dir)) {
      if (isUnlisted(page)) continue;
      const canonical = attribute(page, 'link[rel=canonical]', 'href');
      if (noindex(page)) {
        expect(page.document.querySelector('[data-fallback]'), page.file).not.toBeNull();
        expect(canonical, page.file).toBe(`${origin}${page.address.replace(/^\/[a-zA-Z-]{2,7}\//, '/')}`);
        expect(alternates(page), page.file).toEqual([]);
      } else {
        canonicals += 1;
        expect(canonical, page.file).toBe(`${origin}${page.address}`);
        expect(page.document.querySelector('[data-fallback]'), page.file).toBeNull();
      }
    }
    expect(canonicals).toBeGreaterThan(least(5, name));
  });

  test('alternates are mutual, include the page itself and x-default, and match the sitemap', () => {
    const byAddress = new Map(realPages(dir).map((page) => [`${origin}${page.address}`, page]));
    const listed = sitemap(dir);
    expect([...listed.keys()].sort()).toEqual(
      [...byAddress]
        .filter(([, page]) => !noindex(page))
        .map(([address]) => address)
        .sort(),
    );
    expect(oneWay(listed)).toEqual([]);
    for (const [address, links] of listed) {
      const page = byAddress.get(address) as BuiltPage;
      expect(alternates(page), address).toEqual(links);
      if (languages.length === 1) {
        expect(links, address).toEqual([]);
        continue;
      }
      expect(links, address).toContain(`${page.lang} ${address}`);
      expect(
        links.filter((link) => link.startsWith('x-default ')),
        address,
      ).toHaveLength(1);
      for (const link of links) {
        const other = byAddress.get(link.split(' ')[1] as string);
        expect(other && alternates(other), `${address} ↔ ${link}`).toEqual(links);
      }
    }
  });

  test('the search indexes only the title and summary of an untranslated page', () => {
    for (const page of realPages(dir)) {
      const article = page.document.querySelector('article');
      if (!article) continue;
      const borrowed = page.document.querySelector('[data-fallback]') !== null;
      expect(article.hasAttribute('data-pagefind-body'), page.file).toBe(!borrowed);
      expect(page.document.querySelector('header[data-pagefind-body] h1'), page.file).not.toBeNull();
    }
  });

  test('text that isn’t in the page’s language has a lang attribute', () => {
    for (const page of realPages(dir)) {
      if (!page.document.querySelector('[data-fallback]')) continue;
      const original = languages[0]?.code;
      expect(attribute(page, 'h1', 'lang'), page.file).toBe(original);
      expect(attribute(page, '.prose', 'lang'), page.file).toBe(original);
    }
  });
});

test('My list and the translation board are noindex, and not in the search', () => {
  const lists = realPages(built('main')).filter(isUnlisted);
  expect(lists).toHaveLength(2 * inContent.length);
  for (const page of lists) {
    expect(noindex(page), page.file).toBe(true);
    expect(page.document.querySelector('[data-pagefind-body]'), page.file).toBeNull();
    expect(readFileSync(join(built('main'), 'sitemap-0.xml'), 'utf8')).not.toContain(`${page.address}</loc>`);
  }
  for (const page of realPages(built('main')).filter(({ address }) => address.endsWith('/search/')))
    expect(page.document.querySelector('.site-index a[href$="/list/"]'), page.file).toBeNull();
});

test.runIf(isThisEdition)(
  'titles have a suitable length for search results, and titles or descriptions name the place and year',
  () => {
    const { edition } = readContent('content');
    const entries = edition ? pagesOf(edition.entries) : new Map<string, Entry | undefined>();
    for (const page of realPages(built('main'))) {
      const { title } = page.document;
      const description = attribute(page, 'meta[name=description]', 'content') ?? '';
      const places = Object.values(edition?.entries ?? {})
        .flat()
        .filter(({ kind }) => kind === 'host-cities' || kind === 'past-hosts')
        // In a Polish description the name may be inflected.
        .map(({ translations }) => (translations[page.lang]?.title ?? '').slice(0, 4));
      const entry = entries.get(page.address.replace(/^\/(pl|fr)\//, '/'));
      // Unknown places can't be named.
      const placeless = entry?.kind === 'events' && !entry.facts.city && !entry.facts.venue;
      const said = `${title} ${description}`;
      expect(said, page.file).toMatch(/\d{4}\b/);
      expect(placeless || places.some((place) => place !== '' && said.includes(place)), `${page.file}: ${title}`).toBe(
        true,
      );
      expect(title.length, `${page.file}: ${title}`).toBeLessThanOrEqual(60);
      expect(title.length, `${page.file}: ${title}`).toBeGreaterThanOrEqual(20);
      // English titles also have the meeting's number.
      if (entry?.kind === 'past-hosts' && page.lang === 'en') expect(title).toContain(` ${entry.facts.edition}`);
    }
  },
);

test.runIf(isThisEdition)('one-way alternates are found', () => {
  const listed = sitemap(built('main'));
  const [address = '', links = []] = [...listed].find(([, named]) => named.length > 2) ?? [];
  const other = links.find((link) => link.startsWith('pl '))?.split(' ')[1] ?? '';
  listed.set(
    other,
    (listed.get(other) ?? []).filter((link) => !link.endsWith(` ${address}`)),
  );
  expect(oneWay(listed).length).toBeGreaterThan(0);
});

test('a test edition has untranslated pages for the tests above', () => {
  expect(realPages(built('trio')).filter(noindex).length).toBeGreaterThan(5);
});
