import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Indexing, type SearchedPage, type SearchEngine } from '../../src/search/indexing.ts';

let cache: string;
beforeEach(() => void (cache = mkdtempSync(join(tmpdir(), 'index-'))));
afterEach(() => rmSync(cache, { recursive: true, force: true }));

/** Stands in for Pagefind: the file of an index lists the pages that it was given before it was asked for. */
function pretended(): { engine: SearchEngine; made: () => number } {
  let made = 0;
  const createIndex = () => {
    made += 1;
    const given: string[] = [];
    return Promise.resolve({
      errors: [],
      index: {
        addHTMLFile: ({ url, content }: { url: string; content: string }) => {
          given.push(`${url} ${/<main>(.*)<\/main>/.exec(content)?.[1]}`);
          return Promise.resolve({ errors: [] });
        },
        getFiles: () => {
          const content = new TextEncoder().encode(given.join('\n'));
          return Promise.resolve({ errors: [], files: [{ path: 'fragment/x.pf_fragment', content }] });
        },
      },
    });
  };
  return { engine: { createIndex, close: () => Promise.resolve() } as unknown as SearchEngine, made: () => made };
}

const html = (text: string, lang: string) =>
  `<html lang="${lang}"><body><nav>Menu</nav><main>${text}</main></body></html>`;
const texts: Record<string, string> = { '/': 'home', '/a/': 'first', '/pl/': 'dom', '/pl/a/': 'pierwsza' };
const pagesOf = (all: Record<string, string>): SearchedPage[] =>
  Object.entries(all).map(([url, text]) => ({ url, lang: url.startsWith('/pl/') ? 'pl' : 'en', searched: text }));

/** A build: pages that are made are given at once, in this order; the index is asked for at the end. */
async function build(all: Record<string, string>, made: readonly string[] = [], known = texts) {
  const { engine, made: count } = pretended();
  const indexing = new Indexing({ cache, engine });
  const pages = pagesOf(all);
  for (const url of made) {
    const page = pages.find((one) => one.url === url) as SearchedPage;
    await indexing.add(page, html(all[url] ?? '', page.lang));
  }
  const read = (url: string) => html({ ...known, ...all }[url] ?? '', 'en');
  const indexes = await Array.fromAsync(indexing.finish(pages, read));
  const listed = indexes.map(({ lang, files }) => [lang, new TextDecoder().decode(files[0]?.content)]);
  return { listed: Object.fromEntries(listed) as Record<string, string>, begun: count() };
}
const whole = { en: '/ home\n/a/ first', pl: '/pl/ dom\n/pl/a/ pierwsza' };

test.each<[string, string[]]>([
  ['after all are made', []],
  ['while they are made', ['/', '/a/', '/pl/', '/pl/a/']],
  ['while they are made, of mixed languages', ['/', '/pl/', '/a/', '/pl/a/']],
])('an index has every page once, in order: %s', async (_, made) => {
  expect((await build(texts, made)).listed).toEqual(whole);
});

test('is kept by language, and made anew where a page has changed', async () => {
  expect((await build(texts)).begun).toBe(2);
  expect(await build(texts)).toEqual({ listed: whole, begun: 0 });
  const changed = { ...texts, '/pl/a/': 'inna' };
  expect(await build(changed, ['/pl/a/'])).toEqual({ listed: { ...whole, pl: '/pl/ dom\n/pl/a/ inna' }, begun: 1 });
  const fewer = { '/': 'home', '/pl/': 'dom', '/pl/a/': 'inna' };
  expect(await build(fewer)).toEqual({ listed: { en: '/ home', pl: '/pl/ dom\n/pl/a/ inna' }, begun: 1 });
});

test('a kept index that is damaged is made anew', async () => {
  await build(texts);
  truncateSync(join(cache, 'pl'), 20);
  expect(await build(texts)).toEqual({ listed: whole, begun: 1 });
});
