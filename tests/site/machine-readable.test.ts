import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../src/hosting/parse-rules.ts';
import { addressOfEntry } from '../../src/model/page-addresses.ts';
import { readBody } from '../../src/model/body.ts';
import { readContent } from '../../src/model/read/content.ts';
import type { Entry } from '../../src/model/edition.ts';
import { built } from '../helpers/build.ts';
import { least } from '../helpers/this-edition.ts';
import { attribute, pagesIn } from '../helpers/pages.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio' };

describe.each(Object.entries(editions))('%s: machine-readable output', (name, content) => {
  const dir = built(name);
  const { edition } = readContent(content);
  if (!edition) throw new Error(`${content} has errors; CONTENT_DIR=${content} npm run check lists them`);
  const { site } = edition;
  const root = (code: string) => (code === site.languages[0]?.code ? '' : `${code}/`);
  const read = (path: string) => readFileSync(join(dir, path), 'utf8');
  /** Dead links in a text: to missing pages of this site, or without an absolute address. */
  const dead = (text: string) =>
    readBody(text)
      .links.map(({ target }) => target)
      .filter((target) => target.startsWith(`${site.address}/`) || !/^[a-z]+:/.test(target))
      .filter((target) => {
        const { pathname } = new URL(target, 'https://relative.example');
        return (
          !target.startsWith(site.address) ||
          !existsSync(join(dir, pathname, pathname.endsWith('/') ? 'index.html' : ''))
        );
      });

  test('each page from a Markdown file has a self-contained Markdown version', () => {
    const expected: string[] = [];
    for (const entry of Object.values(edition.entries).flat() as Entry[])
      for (const { code } of site.languages) {
        const words = entry.translations[code];
        if (words?.extension !== 'md') continue;
        const path = `${root(code)}${addressOfEntry(entry).slice(1)}index.md`;
        expected.push(path);
        const text = read(path);
        expect(text.startsWith(`# ${words.title}\n\n${words.summary}\n`), path).toBe(true);
        for (const { text: heading } of readBody(words.body).headings) expect(text, path).toContain(heading);
        expect(readBody(text).footnotes, path).toEqual([]);
        expect(readBody(text).pictures, path).toEqual([]);
        expect(dead(text), path).toEqual([]);
        const page = pagesIn(dir).find(({ file }) => file === path.replace(/md$/, 'html'));
        expect(page && attribute(page, 'link[rel=alternate][type="text/markdown"]', 'href'), path).toBe(
          `${site.address}/${path}`,
        );
      }
    expect(globSync('**/*.md', { cwd: dir }).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(least(3, name));
  });

  test('Markdown is sent with noindex', () => {
    const headers = new Map(headersFor(parseHeaders(read('_headers')), '/about/index.md'));
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(new Map(headersFor(parseHeaders(read('_headers')), '/about/')).has('X-Robots-Tag')).toBe(false);
  });

  test('llms.txt lists every page with Markdown, and nothing that doesn’t exist', () => {
    for (const { code } of site.languages) {
      const path = `${root(code)}llms.txt`;
      const text = read(path);
      expect(text, path).toMatch(/^# .+\n\n> .+\n/);
      expect(dead(text), path).toEqual([]);
      const named = readBody(text)
        .links.map(({ target }) => target.slice(site.address.length + 1))
        .filter((target) => target.endsWith('.md'));
      const others = site.languages.slice(1).map((language) => `${language.code}/`);
      const own = globSync('**/*.md', { cwd: dir }).filter((file) =>
        root(code) === '' ? !others.some((other) => file.startsWith(other)) : file.startsWith(root(code)),
      );
      expect(named.sort(), path).toEqual(own.sort());
    }
  });

  test('the manifest of each language has its own start page and icons of the declared sizes', async () => {
    for (const { code, dir: direction } of site.languages) {
      const manifest = JSON.parse(read(`${root(code)}manifest.webmanifest`)) as {
        lang: string;
        dir: string;
        start_url: string;
        icons: { src: string; sizes: string; purpose?: string }[];
      };
      expect(manifest).toMatchObject({ lang: code, dir: direction, start_url: `/${root(code)}` });
      expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
      for (const { src, sizes } of manifest.icons.filter((icon) => icon.src.endsWith('.png'))) {
        const { width, height } = await sharp(join(dir, src)).metadata();
        expect(`${width}x${height}`, src).toBe(sizes);
      }
      const home = pagesIn(dir).find(({ file }) => file === `${root(code)}index.html`);
      expect(home && attribute(home, 'link[rel=manifest]', 'href')).toBe(`/${root(code)}manifest.webmanifest`);
    }
  });
});

test('the area of an icon that a system may cut off is empty', async () => {
  const file = join(built('main'), 'icon-maskable-512.png');
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const radius = info.width * 0.4;
  const colours = { inside: new Set<string>(), outside: new Set<string>() };
  for (let at = 0; at < data.length; at += 3) {
    const pixel = at / 3;
    const away = Math.hypot((pixel % info.width) - info.width / 2, Math.floor(pixel / info.width) - info.height / 2);
    colours[away > radius ? 'outside' : 'inside'].add(data.subarray(at, at + 3).toString('hex'));
  }
  expect([...colours.outside]).toEqual(['fbf8f2']);
  expect(colours.inside.size).toBeGreaterThan(3);
});
