import { existsSync, globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/model/read/content.ts';
import { isShared } from '../../src/model/page-addresses.ts';
import { hasPeople } from '../../src/model/people.ts';
import { reservedSlugs } from '../../src/model/schema/kinds.ts';
import { fileAddresses, fragmentsOf } from '../../src/model/link-targets.ts';
import { built, starter } from '../helpers/build.ts';
import { least } from '../helpers/this-edition.ts';
import { pagesIn, realPages } from '../helpers/pages.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio', starter };

describe.each(Object.entries(editions))('%s: addresses', (name, content) => {
  const dir = built(name);
  const { edition } = readContent(content);
  if (!edition) throw new Error(`${content} has errors; CONTENT_DIR=${content} npm run check lists them`);
  const languages = edition.site.languages.map(({ code }, index) => (index === 0 ? '' : `${code}/`));

  test('every address in the contract has a page in each language', () => {
    const of = (kind: keyof typeof edition.entries, section: string) =>
      edition.entries[kind].map(({ slug }) => `${section}${slug}/`);
    const addresses = [
      '',
      ...[
        'about/',
        'programme/',
        'events/',
        ...(edition.entries.news.length > 0 ? ['news/'] : []),
        ...(hasPeople(edition.entries) ? ['people/'] : []),
        'host-cities/',
        'past-hosts/',
        'fields/',
        'network/',
        'venues/',
        'sources/',
        'data/',
        'search/',
        'list/',
        'translations/',
      ],
      ...of('sessions', 'programme/'),
      ...of('events', 'events/'),
      ...of('news', 'news/'),
      ...of('people', 'people/'),
      ...of('host-cities', 'host-cities/'),
      ...of('past-hosts', 'past-hosts/'),
      ...of('fields', 'fields/'),
      ...of('venues', 'venues/'),
      ...of('pages', ''),
    ];
    const expected = languages.flatMap((lang) => addresses.map((address) => `${lang}${address}index.html`));
    expect(
      realPages(dir)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(expected.sort());
  });

  test('no page of an edition can take the address of any other output of the build', () => {
    const own = new Set([
      ...edition.entries.pages.map(({ slug }) => slug),
      ...languages.map((lang) => lang.slice(0, -1)),
    ]);
    const folders = readdirSync(dir, { withFileTypes: true }).filter((one) => one.isDirectory());
    const isRedirect = (name: string) => Object.keys(edition.redirects).some((from) => from.startsWith(`/${name}/`));
    const others = folders.map(({ name }) => name).filter((name) => !own.has(name) && !isRedirect(name));
    expect(others.filter((name) => !reservedSlugs.includes(name))).toEqual([]);
  });

  test('the check knows the addresses of all files, and no others', () => {
    /** Files that texts never link to: technical ones, and those with a content hash in their name. */
    const machinery =
      /^(?:pagefind|_astro|fonts|maps|share|pictures)\/|^[\w-]+\.png$|^_|^\.|^sitemap-\d|\/?search\/box\.json$/;
    const inDefault = (path: string) => languages.slice(1).every((lang) => !path.startsWith(lang));
    // Calendars also exist at old addresses, but no text should link there.
    const former = new Set(Object.keys(edition.redirects).map((from) => from.replace(/\/$/, '.ics')));
    const files = globSync('**/*.*', { cwd: dir })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.endsWith('.html') && !machinery.test(path) && inDefault(path))
      .map((path) => `/${path}`)
      .filter((path) => !former.has(path));
    expect(files.sort()).toEqual(fileAddresses(edition).sort());
    for (const path of fileAddresses(edition))
      for (const lang of languages.slice(1)) {
        const isTranslated = !path.endsWith('/index.md') && !isShared(path);
        if (isTranslated) expect(existsSync(join(dir, lang, path)), `${lang}${path}`).toBe(true);
      }
  });

  test('the check knows the fragments of the programme, people and network pages', () => {
    const listed = (address: string) =>
      [
        ...(pagesIn(dir)
          .find(({ file }) => file === `${address.slice(1)}index.html`)
          ?.document.querySelectorAll('main [id]') ?? []),
      ].map(({ id }) => id);
    const programme = listed('/programme/').filter((id) => /^(?:d\d|(?:city|day|audience|field)-.)/.test(id));
    expect(fragmentsOf(edition, '/programme/')).toEqual(expect.arrayContaining(programme));
    const people = listed('/people/').filter((id) => /^(?:event|field)-./.test(id));
    expect(fragmentsOf(edition, '/people/')).toEqual(expect.arrayContaining(people));
    const network = listed('/network/').filter((id) => /^(?:by-|growth|cities|sources)/.test(id));
    expect(fragmentsOf(edition, '/network/')).toEqual(expect.arrayContaining(network));
  });

  test('there is a 404 page in each language', () => {
    for (const lang of languages) expect(existsSync(join(dir, lang, '404.html')), lang).toBe(true);
  });

  test('each page is in the language of its address', () => {
    for (const page of pagesIn(dir)) {
      const expected =
        edition.site.languages.find(({ code }) => page.file.startsWith(`${code}/`)) ?? edition.site.languages[0];
      expect(page.lang, page.file).toBe(expected?.code);
      expect(page.document.documentElement.getAttribute('dir'), page.file).toBe(expected?.dir === 'rtl' ? 'rtl' : null);
    }
  });

  test('links stay in the language of their page, unless they have hreflang', () => {
    const codes = edition.site.languages.slice(1).map(({ code }) => code);
    for (const page of pagesIn(dir)) {
      for (const link of page.document.querySelectorAll('a[href^="/"]')) {
        if (link.closest('.languages, [data-fallback], .files')) continue;
        const href = link.getAttribute('href') ?? '';
        const lang = codes.find((code) => href.startsWith(`/${code}/`)) ?? edition.site.languages[0]?.code;
        expect(lang, `${page.file} → ${href}`).toBe(page.lang);
      }
    }
  });

  test('no link leads to a missing page, file or fragment', () => {
    const ids = new Map(
      pagesIn(dir).map((page) => [
        page.address,
        new Set([...page.document.querySelectorAll('[id]')].map(({ id }) => id)),
      ]),
    );
    const dead: string[] = [];
    let checked = 0;
    for (const page of pagesIn(dir))
      for (const element of page.document.querySelectorAll('a[href],link[href],img[src],form[action]')) {
        const target =
          element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '';
        if (/^(https?:|mailto:|geo:|webcal:)/.test(target)) continue;
        checked += 1;
        const { pathname, hash } = new URL(target, `https://x${page.address}`);
        const path = decodeURI(pathname);
        const there = ids.get(path);
        if (!there && !(existsSync(join(dir, path)) && !path.endsWith('/'))) dead.push(`${page.address} → ${target}`);
        else if (hash && there && !there.has(decodeURIComponent(hash.slice(1))))
          dead.push(`${page.address} → ${target} (fragment)`);
      }
    expect(dead).toEqual([]);
    expect(checked).toBeGreaterThan(least(100, name));
  });
});
