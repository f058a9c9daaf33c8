import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/model/schema/kinds.ts';
import { built } from '../helpers/build.ts';
import { editionIn } from '../helpers/editions.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { pagesIn, realPages } from '../helpers/pages.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio' };
const boards = (name: string) => realPages(built(name)).filter(({ address }) => /\/translations\/$/.test(address));

describe.each(['main', 'solo', 'trio'] as const)('%s: the translation board', (name) => {
  const edition = editionIn(editions[name]);

  test('exists in each language, but no menu, index, sitemap or llms.txt links to it', () => {
    expect(
      boards(name)
        .map(({ lang }) => lang)
        .sort(),
    ).toEqual(edition.site.languages.map(({ code }) => code).sort());
    for (const { document } of boards(name))
      expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    for (const { document, address, lang } of pagesIn(built(name)))
      for (const link of document.querySelectorAll('a[href*="/translations/"],link[href*="/translations/"]'))
        // The board links to its versions in other languages.
        expect(`${link.getAttribute('href')} on ${address}`).toMatch(
          /\/translations\/$/.test(address) ? /./ : `no link in ${lang}`,
        );
    for (const file of ['sitemap-0.xml', 'llms.txt'])
      expect(readFileSync(join(built(name), file), 'utf8'), file).not.toContain('/translations/');
  });

  test('lists each entry’s page once, with a state for each language except the default', () => {
    const [, ...others] = edition.site.languages;
    const entries = kinds.flatMap((kind) => edition.entries[kind] as { slug: string }[]);
    for (const { document, address } of boards(name)) {
      const rows = document.querySelectorAll('main .board tbody tr, main .done li');
      expect(rows.length, address).toBe(others.length === 0 ? 0 : entries.length);
      for (const row of document.querySelectorAll('main .board tbody tr')) {
        expect(row.querySelectorAll('.state'), address).toHaveLength(others.length);
        for (const state of row.querySelectorAll('.state')) expect(state.textContent?.trim()).not.toBe('');
      }
      if (others.length === 0) expect(document.querySelector('main .remark')?.textContent?.trim()).not.toBe('');
    }
  });
});

test('the board links to files if the edition has a repository', () => {
  const page = boards('trio').find(({ lang }) => lang === 'en');
  const row = [...(page?.document.querySelectorAll('.board tbody tr') ?? [])].find((one) =>
    one.textContent?.includes('Panel Market'),
  );
  const [arabic] = row?.querySelectorAll('td') ?? [];
  const link = arabic?.querySelector('a');
  expect(arabic?.querySelector('.state.missing')?.textContent).toBe('Missing');
  expect(link?.getAttribute('href')).toBe(
    'https://code.example/trio/new/main/tests/editions/trio/events?filename=panel-market.ar.md',
  );
  expect(link?.getAttribute('aria-label')).toBe('Write: Panel Market, العربية');
  expect(page?.document.querySelector('main code')).toBeNull();
});

test.runIf(isThisEdition)('the board names files if the edition has no repository', () => {
  const here = boards('main').find(({ lang }) => lang === 'pl');
  expect(here?.document.querySelectorAll('main code').length).toBeGreaterThan(0);
  expect(here?.document.querySelector('main a[href^="http"]')).toBeNull();
});

test('every link on the board has a unique name', () => {
  for (const { document, address } of boards('trio')) {
    const names = [...document.querySelectorAll('.ways-to a')].map(
      (link) => link.getAttribute('aria-label') ?? link.textContent,
    );
    expect(new Set(names).size, address).toBe(names.length);
    // The visible text is part of the accessible name (WCAG 2.2, 2.5.3), except in the short list of done entries.
    for (const link of document.querySelectorAll('.board .ways-to a'))
      expect(link.getAttribute('aria-label')).toContain(link.textContent?.trim());
  }
});
