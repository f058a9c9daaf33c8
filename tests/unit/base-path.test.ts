import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { rulesOf } from '../../src/hosting/parse-rules.ts';
import { nginxFiles } from '../../src/hosting/nginx.ts';
import { absoluteAddress, localAddress, servedAddress } from '../../src/i18n/addresses.ts';
import { siteBase, siteUrl } from '../../src/settings.ts';
import { editionIn } from '../helpers/editions.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the address that a site is built for', () => {
  test.each([
    ['', 'https://example.org/2018', '/2018'],
    ['https://user.github.io/repo/', 'https://user.github.io/repo', '/repo'],
    ['https://preview.example.org', 'https://preview.example.org', '/'],
    ['http://localhost:8080/a/b', 'http://localhost:8080/a/b', '/a/b'],
  ])('SITE_URL "%s" gives %s', (value, url, base) => {
    vi.stubEnv('SITE_URL', value);
    expect(siteUrl('https://example.org/2018')).toBe(url);
    expect(siteBase('https://example.org/2018')).toBe(base);
  });

  test.each([
    'example.org',
    'ftp://example.org/',
    'https://example.org/a b',
    'https://example.org/%20',
    'https://example.org/a//b',
  ])('SITE_URL "%s" is an error', (value) => {
    vi.stubEnv('SITE_URL', value);
    expect(() => siteUrl('https://example.org')).toThrow(RangeError);
    expect(siteBase('https://example.org')).toBe('/');
  });
});

test('links begin with the base path; absolute addresses begin with the site’s address', () => {
  vi.stubEnv('BASE_URL', '/repo/');
  const { site } = editionIn('tests/editions/trio');
  expect(servedAddress(localAddress(site, 'ar', '/events/'))).toBe('/repo/ar/events/');
  expect(servedAddress('/')).toBe('/repo/');
  expect(servedAddress('#part')).toBe('#part');
  expect(servedAddress('https://example.org/')).toBe('https://example.org/');
  expect(absoluteAddress(site, 'ar', '/events/')).toBe('https://trio.example/ar/events/');
});

describe('the base path of a built site', () => {
  const rule = (path: string) => `${path}/*\n  Content-Security-Policy: default-src 'none'\n`;
  const baseOf = (files: Record<string, string>) => {
    const dir = mkdtempSync(join(tmpdir(), 'base-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(dir, name, '..'), { recursive: true });
      writeFileSync(join(dir, name), text);
    }
    const { base } = rulesOf(dir);
    rmSync(dir, { recursive: true });
    return base;
  };

  test('is read from its headers', () => {
    expect(baseOf({ _headers: rule('') })).toBe('');
    expect(baseOf({ _headers: `${rule('/2018')}\n/2018/*.md\n  X-Robots-Tag: noindex\n` })).toBe('/2018');
    expect(baseOf({})).toBe('');
  });

  test('an archive of one or several editions has no base', () => {
    expect(baseOf({ _headers: rule('/2018') + rule('/2019') })).toBe('');
    expect(baseOf({ _headers: rule('/2018'), '2018/_headers': rule('/2018') })).toBe('');
  });
});

test('nginx uses the 404 page of the innermost folder', () => {
  const files = ['2018/404.html', '2018/pl/404.html', '2019/404.html'];
  const { 'http.conf': conf } = nginxFiles({ headers: [], redirects: new Map(), base: '' }, files, false);
  const places = ['^/2018/pl/', '^/2018/', '^/2019/'].map((path) => conf.indexOf(`"~${path}"`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});
