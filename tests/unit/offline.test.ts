import { describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { isCopied, Links } from '../../scripts/lib/offline/files.ts';
import { copyPage } from '../../scripts/lib/offline/page.ts';
import { StyleFiles } from '../../scripts/lib/offline/styles.ts';
import { zipOf } from '../../scripts/lib/offline/zip.ts';

const address = 'https://example.org/2033';
const sources: Record<string, string> = {
  'index.html': '',
  'about/index.html': '',
  'search/index.html': '',
  'pl/about/index.html': '',
  'agenda 1.pdf': '',
  'maps/a.svg': '',
  'icons.svg': '<?xml version="1.0"?><svg viewBox="0 0 9 9"><symbol id="bread"><path d="M0 0"/></symbol></svg>',
  'fonts/a.woff2': 'font',
  'fonts/a.css': '@font-face{src:url(/2033/fonts/a.woff2) format("woff2")}',
};
const files = new Set(Object.keys(sources));
const links = new Links(address, files);
const read = (file: string) => Buffer.from(sources[file] ?? '');

/** The body or head of a page of the copy, and its stylesheets. */
function copied(html: string, file = 'about/index.html') {
  const styles = new StyleFiles(links, links, read);
  const words = () => ({ search: ['Search and index', 'Search'], index: 'Index' });
  const page = copyPage(`<!doctype html><html lang="en">${html}</html>`, file, { address, links, styles, read, words });
  return { html: page.replace(/^.*?<html lang="en">|<\/html>$/gs, ''), styles: styles.files };
}
const body = (html: string, file?: string) => copied(html, file).html;

describe('links of the offline copy', () => {
  test.each([
    ['/2033/', '../index.html'],
    ['https://example.org/2033', '../index.html'],
    ['/2033/about/#story', '#story'],
    ['/2033/pl/about/', '../pl/about/index.html'],
    ['/2033/pl/about#x', '../pl/about/index.html#x'],
    ['/2033/about/?city=krakow', 'index.html'],
    ['/2033/agenda%201.pdf', '../agenda%201.pdf'],
    ['#main', '#main'],
    ['/2033/nowhere/', undefined],
    ['/2019/', undefined],
    ['https://example.org/20330/', undefined],
  ])('%s', (href, expected) => {
    expect(links.relative('about/index.html', href)).toBe(expected);
  });

  test('a link to a page that the copy lacks becomes text, or is removed with its list item', () => {
    expect(body('<p>See <a href="/2033/list/">my <b>list</b></a>.</p>')).toBe('<p>See my <b>list</b>.</p>');
    expect(body('<ul><li><a href="/2033/list/">List</a></li><li><a href="/2033/">Home</a></li></ul>')).toBe(
      '<ul><li><a href="../index.html">Home</a></li></ul>',
    );
  });

  test('links to other sites stay, even on the same host; so does the canonical address', () => {
    const html = '<link rel="canonical" href="https://example.org/2033/about/"><a href="https://other.example/x">x</a>';
    expect(body(html)).toBe(html);
    expect(body('<a href="/2019/">2019</a>')).toBe('<a href="https://example.org/2019/">2019</a>');
  });

  test('the addresses in srcset and in redirect pages become relative', () => {
    expect(body('<img src="/2033/maps/a.svg" srcset="/2033/maps/a.svg 400w, /2033/gone.png 800w" alt="">')).toBe(
      '<img src="../maps/a.svg" srcset="../maps/a.svg 400w" alt>',
    );
    expect(body('<meta http-equiv="refresh" content="0;url=/2033/pl/about/">')).toBe(
      '<meta http-equiv="refresh" content="0;url=../pl/about/index.html">',
    );
  });

  test('calendars are downloaded, not subscribed to', () => {
    const list = (href: string) => `<li><a href="${href}">x</a></li>`;
    expect(
      body(
        `<div class="calendar-links"><ul>${list('webcal://example.org/2033/x.ics')}${list('https://calendar.example/add')}${list('/2033/maps/a.svg')}</ul></div><a href="https://calendar.example/">x</a>`,
      ),
    ).toBe(
      `<div class="calendar-links"><ul>${list('../maps/a.svg')}</ul></div><a href="https://calendar.example/">x</a>`,
    );
  });
});

describe('pages of the offline copy', () => {
  test('have no scripts, and nothing that needs one; structured data and the menu stay', () => {
    const kept =
      '<script type="application/ld+json">{"a":"<b>&"}</script><button popovertarget="menu">Menu</button><p>without</p>';
    expect(
      body(
        `<script type="module" src="/2033/x.js"></script><script>import("/2033/x.js")</script><link rel="modulepreload" href="/2033/x.js">${kept.replace('<p>without</p>', '<noscript><p>without</p></noscript>')}<button data-star="x">☆</button><dialog>x</dialog><form action="/2033/search/"><input></form>`,
      ),
    ).toBe(kept);
  });

  test('the search page becomes the index page', () => {
    expect(
      body(
        '<head><title>Search and index · Kraków</title></head><a href="/2033/search/">Search</a><h1>Search and index</h1><p class="lead">Search here.</p><search><form></form></search><h2 id="index">A</h2>',
        'search/index.html',
      ),
    ).toBe(
      '<head><title>Index · Kraków</title></head><a href="index.html">Index</a><h1>Index</h1><h2 id="index">A</h2>',
    );
    const other = '<h1>Search</h1><a href="../index.html">Search</a>';
    expect(body(other)).toBe(other);
  });

  test('styles are in separate files, with their fonts embedded', () => {
    const { html, styles } = copied(
      '<style>a{background:url("/2033/maps/a.svg")}b{fill:url(#c)}</style><link rel="stylesheet" href="/2033/fonts/a.css"><style media="print">a{}</style>',
    );
    const [first, second, third] = [...styles.keys()];
    expect(html).toBe(
      `<link rel="stylesheet" href="../${first}"><link rel="stylesheet" href="../${second}"><link rel="stylesheet" href="../${third}" media="print">`,
    );
    expect([...styles.values()]).toEqual([
      'a{background:url("../maps/a.svg")}b{fill:url(#c)}',
      `@font-face{src:url(data:font/woff2;base64,${Buffer.from('font').toString('base64')}) format("woff2")}`,
      'a{}',
    ]);
  });

  test('drawings used from another file are copied into the page', () => {
    const html = body(
      '<body><svg><use href="/2033/icons.svg#bread"/></svg><svg><use href="/2033/icons.svg#bread"/></svg></body>',
    );
    expect(html.match(/<use href="#bread"/g)).toHaveLength(2);
    expect(html.match(/id="bread"/g)).toHaveLength(1);
  });
});

test('files for servers and scripts are left out', () => {
  const isIn = (file: string) => isCopied(file, ['pl']);
  const out = ['_headers', '_astro/a.js', 'pagefind/x', 'share/a.png', '404.html', 'pl/404.html', 'pl/list/index.html'];
  expect([...out, 'translations/index.html', 'sitemap-0.xml'].filter(isIn)).toEqual([]);
  const kept = ['index.html', 'pl/search/index.html', 'data/events.json', 'pl/calendar.ics', 'pictures/a.webp'];
  expect([...kept, 'fields/list/index.html', 'posters/a.png', 'about/index.md'].filter((file) => !isIn(file))).toEqual(
    [],
  );
});

test('a zip has the same bytes for the same files', () => {
  const a = new TextEncoder().encode('a');
  const zip = zipOf(
    new Map([
      ['b/ż.txt', a],
      ['a.png', a],
    ]),
    '2033-06-12',
  );
  expect(
    zipOf(
      new Map([
        ['a.png', a],
        ['b/ż.txt', a],
      ]),
      '2033-06-12',
    ),
  ).toEqual(zip);
  expect(Object.keys(unzipSync(zip))).toEqual(['a.png', 'b/ż.txt']);
  expect(zipOf(new Map([['a', a]]), '1918-01-01').length).toBeGreaterThan(0);
});
