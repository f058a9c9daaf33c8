import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askIndex } from '../../src/client/search/engine.ts';
import { entryFile, entryIn, fragmentsIn, sortedEntry } from '../../src/search/index/files.ts';
import { indexFiles, type SearchedPage } from '../../src/search/index/indexing.ts';
import { vocabularyOf } from '../../src/search/index/vocabulary.ts';
import { readable } from '../../src/search/shared/punctuation.ts';
import { namesOf, nearness } from '../../src/search/shared/ranking.ts';
import { readVocabulary, understand, type Vocabulary } from '../../src/search/shared/correct-query.ts';
import { joinWords, splitWords } from '../../src/i18n/word-splitting.ts';
import { texts } from '../helpers/many-languages.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What Pagefind's own module returns, as far as it is used here. */
interface Instance {
  init: () => Promise<void>;
  preload: (question: string) => Promise<void>;
  search: (question: string) => Promise<{ results: { id: string; score: number; data: () => Promise<Page> }[] }>;
}
interface Page {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

const page = (lang: string, slug: string, title: string, text: string): SearchedPage => ({
  url: `/${lang}/${slug}/`,
  html:
    `<!doctype html><html lang="${lang}"><body><main><header data-pagefind-body>` +
    `<h1 data-pagefind-ignore data-pagefind-meta="title">${title}</h1><p>${text}</p></header></main></body></html>`,
});

/** More pages, which the search must tell apart from the event. */
const more: Record<string, [title: string, text: string][]> = {
  'zh-Hans': [
    ['灯光展', '笼子与玻璃'],
    ['摩洛哥与世界', '2033年会在摩洛哥举行'],
  ],
  ja: [
    ['灯台', '夜の前に提げる'],
    ['カラスの森', '鳥'],
  ],
  ar: [
    ['الزجاج', 'ليل المدينة'],
    ['فانوس قديم', 'نص عن الليالي'],
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'search-'));
const vocabularies = new Map<string, Vocabulary>();

beforeAll(async () => {
  const pages = Object.entries(texts).flatMap(([lang, { event, city, summary, text }]) => [
    page(lang, 'event', event, text),
    page(lang, 'city', city, summary),
    ...(more[lang] ?? []).map(([title, body], index) => page(lang, `more-${index}`, title, body)),
  ]);
  const files = await indexFiles(pages);
  const fragments = fragmentsIn(files);
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const { path, content } of files) write(path, content);
  write(entryFile, JSON.stringify(sortedEntry(entryIn(files), Object.keys(texts))));
  for (const lang of Object.keys(texts)) {
    const own = fragments.filter(({ url }) => url.startsWith(`/${lang}/`));
    const words = vocabularyOf(own.map(({ content, meta }) => ({ names: meta['title'] ?? '', text: content })), lang); // prettier-ignore
    vocabularies.set(lang, readVocabulary(words, lang));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const instances = new Map<string, Instance>();

/** Pagefind as a browser runs it, on a page in a language. */
async function open(lang: string): Promise<Instance> {
  vi.stubGlobal('document', {
    currentScript: null,
    querySelector: () => ({ getAttribute: () => lang }),
    documentElement: { lang },
  });
  vi.stubGlobal('window', { location: { origin: 'https://x.example' } });
  vi.stubGlobal('fetch', (address: string) => {
    const path = address.replace(/^.*?\/pagefind\//, '').replace(/\?.*/, '');
    return Promise.resolve(new Response(readFileSync(join(folder, path))));
  });
  const { createInstance } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    createInstance: (options: object) => Instance;
  };
  const instance = createInstance({ noWorker: true, basePath: '/pagefind/' });
  await instance.init();
  instances.set(lang, instance);
  return instance;
}

/** The pages that a query finds, best first. */
async function find(lang: string, question: string): Promise<Page[]> {
  const vocabulary = vocabularies.get(lang) as Vocabulary;
  const index = await (instances.get(lang) ?? open(lang));
  const { queries } = understand(question, vocabulary);
  for (const query of queries) {
    const results = await askIndex(index as never, query, vocabulary);
    const loaded = await Promise.all(results.map(async ({ score, data }) => ({ score, page: await data() })));
    const near = ({ page: { meta } }: (typeof loaded)[0]) => nearness(question, namesOf(meta), vocabulary.endings);
    if (loaded.length > 0)
      return loaded.sort((a, b) => b.score * near(b) - a.score * near(a)).map((one) => one.page as unknown as Page);
  }
  return [];
}

describe.each(Object.entries(texts))('in %s', (lang, { questions, event }) => {
  test.each([...questions, event])('%s finds the event', async (question) => {
    const [first] = await find(lang, question);
    expect(first?.url).toBe(`/${lang}/event/`);
    expect(readable(first?.meta['title'] ?? '')).toBe(event);
  });
});

test('a query without spaces is searched for as it stands, or else by its words', async () => {
  const urls = async (question: string) => (await find('zh-Hans', question)).map(({ url }) => url);
  // Another page has the same characters, but in different words.
  expect(await urls('灯笼')).toEqual(['/zh-Hans/event/']);
  expect(await urls('摩洛哥年会')).toEqual(['/zh-Hans/more-1/']);
  expect(await urls('摩洛哥 2033')).toEqual(['/zh-Hans/more-1/']);
  expect(await urls('“灯笼之夜”')).toEqual(['/zh-Hans/event/']);
});

test('excerpts mark what was searched for, and don’t show how the text is split', async () => {
  const [chinese] = await find('zh-Hans', '小巷');
  expect(readable(chinese?.excerpt ?? '')).toMatch(/孩子们提着灯穿过<mark>小<\/mark><mark>巷<\/mark>，/);
  const [arabic] = await find('ar', 'أزقة');
  expect(readable(arabic?.excerpt ?? '')).toMatch(/عبر <mark>الأزقة<\/mark> إلى/);
});

test.each([
  ['zh-Hans', '2033年会在 Tamira 举行'],
  ['ja', 'コーヒー、人々、ABCの夜'],
  ['ar', 'ليلة الفوانيس وبالفوانيس، للمدن'],
])('in %s a split text can be put together again', (lang, text) => {
  expect(splitWords(text, lang)).not.toBe(text);
  for (const meta of [false, true]) expect(joinWords(splitWords(text, lang, meta))).toBe(text);
});
