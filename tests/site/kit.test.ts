import { globSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { built, buildSite } from '../helpers/build.ts';
import { pagesIn, textOf } from '../helpers/pages.ts';

const ours = /krak[oó]|katowic|mi[lł]osz|kilar|\b2018\b|unescofabriano|UNESCO/i;

test('src and public contain no names from the edition', () => {
  for (const file of globSync('{src,public}/**/*').filter((path) => statSync(path).isFile()))
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/krak[oó]|katowic|mi[lł]osz|kilar|\b2018\b/i);
});

describe.each(['solo', 'trio', 'starter'])('%s: another edition', (name) => {
  const dir = built(name);

  test('contains nothing from this edition', () => {
    const foreign: string[] = [];
    for (const page of pagesIn(dir)) {
      const found = ours.exec(textOf(page).replace(/UNESCO Creative Cities Network/g, ''));
      // The test editions may mention the network.
      if (found && found[0] !== 'UNESCO') foreign.push(`${page.file}: ${found[0]}`);
    }
    expect(foreign).toEqual([]);
    for (const file of readdirSync(dir).filter(
      (entry) => /^[_\w.-]+\.(txt|xml)$|^_/.test(entry) && statSync(join(dir, entry)).isFile(),
    ))
      expect(readFileSync(join(dir, file), 'utf8').replace(/UNESCO/g, ''), file).not.toMatch(ours);
  });

  test('doesn’t count or describe anything that it lacks', () => {
    for (const page of pagesIn(dir)) {
      const description = page.document.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
      expect(`${description} ${textOf(page)}`, page.file).not.toMatch(/\b(\d{4}) (to|a) \1\b|\b0 (member|ciudades)/);
    }
  });

  // The smallest edition has no times.
  test.skipIf(name === 'starter')('keeps its own time zone', () => {
    const zones: Record<string, RegExp> = { solo: /-0[56]:00/, trio: /\+0[0-4]:00/ };
    const times = pagesIn(dir).flatMap(({ document }) =>
      [...document.querySelectorAll('time[datetime*=T]')].map((time) => time.getAttribute('datetime') ?? ''),
    );
    expect(times.length).toBeGreaterThan(0);
    for (const time of times) expect(time).toMatch(zones[name] as RegExp);
  });
});

test('MDX is compiled: expressions, links, and footnotes to sources in the page’s language', () => {
  const page = pagesIn(built('solo')).find(({ address }) => address === '/visita/');
  const prose = page?.document.querySelector('.prose');
  expect(prose?.textContent).toContain('salen 2 líneas');
  expect(prose?.querySelector('a[href="/about/"]')).not.toBeNull();
  expect(prose?.querySelector('.notes-title')?.textContent).toBe('Notas');
  expect(prose?.querySelector('.footnotes a')?.getAttribute('href')).toBe('https://example.org/convocatoria');
});

test('a picture next to its text is published under a new name, with alternative text, width and height', () => {
  const page = pagesIn(built('trio')).find(({ address }) => address === '/events/lantern/');
  const picture = page?.document.querySelector('.prose img');
  expect(picture?.getAttribute('alt')).not.toBe('');
  expect(Number(picture?.getAttribute('width'))).toBeGreaterThan(0);
  expect(Number(picture?.getAttribute('height'))).toBeGreaterThan(0);
  expect(picture?.getAttribute('src')).toMatch(/^\/pictures\/lantern-[^/]+\.png$/);
});

describe('build settings', () => {
  const status = (dir: string) =>
    pagesIn(dir)
      .find(({ address }) => address === '/')
      ?.document.querySelector('.phase')?.textContent ?? '';

  test('SITE_URL with another origin makes a noindex preview; SITE_DATE sets the phase', async () => {
    const dir = await buildSite('preview', {
      CONTENT_DIR: 'tests/editions/solo',
      SITE_URL: 'https://preview.example',
      SITE_DATE: '2031-10-08T23:30',
    });
    // On `builtOn` the meeting is in the future; on this evening it is taking place.
    expect(status(dir)).not.toBe(status(built('solo')));
    for (const page of pagesIn(dir)) expect(page.html, page.file).toContain('<meta name="robots" content="noindex">');
    expect(readFileSync(join(dir, 'robots.txt'), 'utf8')).toContain('Disallow: /');
    expect(readFileSync(join(built('solo'), 'robots.txt'), 'utf8')).not.toMatch(/Disallow: \/$/m);
  });

  test('the same commit and SITE_DATE give the same bytes, whatever the folder, the cache, TZ and LANG', async () => {
    const again = await buildSite('a-folder-with-a-much-longer-name', {
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    const digest = (dir: string) =>
      globSync('**/*', { cwd: dir })
        .filter((file) => statSync(join(dir, file)).isFile())
        .sort()
        .map(
          (file) =>
            `${file} ${createHash('sha256')
              .update(readFileSync(join(dir, file)))
              .digest('hex')}`,
        );
    expect(digest(again)).toEqual(digest(built('main')));
  });
});
