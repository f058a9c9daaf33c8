import { expect, test } from 'vitest';
import { redirectsOf } from '../../src/hosting/redirects.ts';
import type { Edition } from '../../src/model/edition.ts';

const edition = (redirects: Record<string, string>) =>
  ({ site: { languages: [{ code: 'en' }, { code: 'pl' }] }, redirects }) as unknown as Edition;

test('a redirect applies in every language', () => {
  expect(redirectsOf(edition({ '/old/': '/new/#part', '/away/': 'https://example.org/' }))).toEqual([
    { from: '/old/', to: '/new/#part', lang: 'en' },
    { from: '/away/', to: 'https://example.org/', lang: 'en' },
    { from: '/pl/old/', to: '/pl/new/#part', lang: 'pl' },
    { from: '/pl/away/', to: 'https://example.org/', lang: 'pl' },
  ]);
});

test('a redirect that names a language applies only there, and overrides the general one', () => {
  expect(redirectsOf(edition({ '/old/': '/new/', '/pl/old/': '/pl/other/', '/pl/once/': '/pl/now/' }))).toEqual([
    { from: '/old/', to: '/new/', lang: 'en' },
    { from: '/pl/old/', to: '/pl/other/', lang: 'pl' },
    { from: '/pl/once/', to: '/pl/now/', lang: 'pl' },
  ]);
});
