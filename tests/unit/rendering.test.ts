import { describe, expect, test } from 'vitest';
import { formatPlural } from '../../src/client/plural.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { pluralForms } from '../../src/i18n/plurals.ts';
import { footerOf } from '../../src/views/footer.ts';
import { menuOf } from '../../src/views/menu.ts';
import { initial } from '../../src/i18n/initials.ts';
import { siteIndex } from '../../src/views/site-index.ts';
import { localAddress } from '../../src/i18n/addresses.ts';
import { typeset } from '../../src/i18n/typography.ts';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { readBody } from '../../src/model/body.ts';
import { siteSchema } from '../../src/model/schema/site.ts';
import { rangeOf } from '../../src/theme/fonts.ts';
import { editionIn } from '../helpers/editions.ts';
import { headersFor, parseHeaders } from '../../src/hosting/parse-rules.ts';

const nb = '\u00a0';
const nnb = '\u202f';

describe('typography', () => {
  test.each([
    ['pl', 'w Krakowie i w Katowicach', `w${nb}Krakowie i${nb}w${nb}Katowicach`],
    ['pl', 'A to nie', `A${nb}to nie`],
    ['pl', 'kot i pies', `kot i${nb}pies`],
    ['pl', '295 449 osób, 20 zł', `295${nb}449 osób, 20${nb}zł`],
    ['fr', 'Où ? Ici !', `Où${nnb}? Ici${nnb}!`],
    ['fr', 'le « Rynek » : grand', `le «${nb}Rynek${nb}»${nb}: grand`],
    ['fr', '770 000 habitants, 20 %, 78 km', `770${nnb}000 habitants, 20${nb}%, 78${nb}km`],
    ['fr', 'https://example.org/a:b', 'https://example.org/a:b'],
    ['ru', 'и в Кракове — да', `и${nb}в${nb}Кракове${nb}— да`],
    ['en', 'a b ?', 'a b ?'],
  ])('%s: %s', (lang, text, expected) => {
    expect(typeset(lang, text)).toBe(expected);
    expect(typeset(lang, expected)).toBe(expected);
  });
});

describe('Markdown', () => {
  const render = (body: string, lang = 'en') =>
    renderMarkdown(body, {
      lang,
      sources: {
        paper: {
          title: 'A *title* & more',
          publisher: 'P',
          url: 'https://example.org/a?b=1&c=(2)',
          published: '2018-06',
        },
      },
      link: (address) => `/fr${address}`,
      footnotes: { title: 'Notes de bas', back: (reference) => `Retour ${reference}`, published: () => 'juin' },
    });

  test('internal links get the page’s language, others are unchanged', () => {
    const html = render('[a](/events/x/#y) [b](https://example.org/) [c](#d)');
    expect(html).toContain('href="/fr/events/x/#y"');
    expect(html).toContain('href="https://example.org/"');
    expect(html).toContain('href="#d"');
  });
  test('a footnote to a source needs no definition, and its title is plain text', () => {
    const html = render('One.[^paper] Two.[^paper] Three.[^own]\n\n[^own]: Mine.');
    expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=(2)">A *title* &amp; more</a>, P, juin');
    expect(html).toContain('Notes de bas');
    expect(html).toContain('aria-label="Retour 1"');
    expect(html).toContain('aria-label="Retour 1-2"');
    expect(html).toContain('Mine.');
    const beside = [...html.matchAll(/<span class="side-note" aria-hidden="true">([^<]*)</g)].map(([, text]) => text);
    const first = '1 A *title* &amp; more, P, juin';
    expect(beside).toEqual([first, '2 Mine.']);
  });
  test('an aligned table has classes and no style attributes', () => {
    const html = render('| a | b |\n|--:|:-:|\n| 1 | 2 |');
    expect(html).not.toContain('style=');
    expect(html).toContain('class="align-right"');
    expect(html).toContain('class="align-center"');
    expect(html).toContain('<div class="scroll" tabindex="0"><table>');
  });
  test('headings get the ids that the check expects', () => {
    const body = '## One *two*\n\n## One two\n\n## Żółć & co';
    const ids = [...render(body).matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(readBody(body).headings.map(({ id }) => id));
  });
  test('non-breaking spaces are also set next to links and emphasis', () => {
    expect(render('Był w [Krakowie](/a/) i *potem* w [Łodzi](/b/).', 'pl').replaceAll('\u00a0', '_')).toContain(
      'Był w_<a href="/fr/a/">Krakowie</a> i_<em>potem</em> w_<a href="/fr/b/">',
    );
    expect(render('« [Rynek](/a/) » : *oui* ?', 'fr').replace(/[\u00a0\u202f]/g, '_')).toContain(
      '«_<a href="/fr/a/">Rynek</a>_»_: <em>oui</em>_?',
    );
  });
  test('code keeps its spaces', () => expect(render('`a ! b`', 'fr')).toContain('<code>a ! b</code>'));
});

test('addresses: the default language is at the root, the others are below their code', () => {
  const site = siteSchema.parse({
    address: 'https://x.example',
    name: 'X',
    languages: [
      { code: 'en', name: 'English' },
      { code: 'pl', name: 'Polski' },
    ],
    timeZone: 'Europe/Warsaw',
    menu: ['about'],
  });
  expect(localAddress(site, 'en', '/events/')).toBe('/events/');
  expect(localAddress(site, 'pl', '/events/')).toBe('/pl/events/');
  expect(localAddress(site, 'pl', 'https://example.org/')).toBe('https://example.org/');
});

describe('untranslated interface words', () => {
  const trio = editionIn('tests/editions/trio');
  const pageIn = (code: string, words = {}) => {
    const languages = [...trio.site.languages, { code, name: code, dir: 'ltr' as const }];
    const edition = { ...trio, site: { ...trio.site, languages }, interface: { ...trio.interface, [code]: words } };
    return pageContext(edition, code, '/');
  };

  test.each(['fa', 'zh-Hant', 'ja', 'ru'])(
    'keep the number format and plurals of their own language on pages in %s',
    (lang) => {
      const forms = pluralForms(pageIn(lang), 'home.before', 'days');
      expect([1, 2, 21, 1234].map((days) => formatPlural(forms, days, 'days'))).toEqual([
        '1 day left',
        '2 days left',
        '21 days left',
        '1,234 days left',
      ]);
    },
  );
  test('translated words have the formats of the page’s language', () => {
    const own = pageIn('fa', { 'search.results': '{count, plural, other {# از {query}}}' });
    expect(pluralForms(own, 'search.results', 'count', { query: '۱ 1' })).toEqual({
      one: '{count} از ۱ 1',
      other: '{count} از ۱ 1',
    });
  });
  test('are marked with their language in menu, footer and index', () => {
    const page = pageIn('zh-Hant');
    const links = [
      ...menuOf(page),
      ...footerOf(page, 'content').links,
      ...siteIndex(page).flatMap(({ entries }) => entries),
    ];
    expect(links.map(({ lang }) => lang)).not.toContain(undefined);
    expect(menuOf(pageContext(trio, 'ar', '/'))[0]?.lang).toBeUndefined();
  });
});

test.each([
  ['Łódź', 'pl', 'Ł'],
  ['Łódź', 'en', 'L'],
  ['Östersund', 'en', 'O'],
  ['Östersund', 'sv', 'Ö'],
  ['Événements', 'fr', 'E'],
  ['« Rynek »', 'fr', 'R'],
  ['2030', 'en', '0–9'],
  ['Ñandú', 'es', 'Ñ'],
  ['ılıca', 'tr', 'I'],
  ['ileri', 'tr', 'İ'],
  ['Ёлка', 'ru', 'Е'],
  ['Йога', 'ru', 'Й'],
  ['أحمد', 'ar', 'ا'],
  ['灯笼之夜', 'zh-Hans', 'D'],
  ['创意城市', 'zh-Hans', 'C'],
  ['阿姆斯特丹', 'zh-Hans', 'A'],
  ['ガラス', 'ja', 'か'],
  ['ぺん', 'ja', 'は'],
  ['提灯の夜', 'ja', '漢字'],
  ['까치', 'ko', 'ㄱ'],
  ['하늘', 'ko', 'ㅎ'],
])('%s is in the index of %s under %s', (title, lang, letter) => expect(initial(title, lang)).toBe(letter));

test('a unicode-range is as short as possible', () =>
  expect(rangeOf(['c', 'a', 'b', 'ł', 'x'])).toBe('U+61-63,U+78,U+142'));

test('headers come from every rule that matches', () => {
  const rules = parseHeaders('# note\n/*\n  A: 1\n\n/fonts/*\n  B: x:y\n/one\n  C: 3\n');
  const headers = (path: string) => Object.fromEntries(headersFor(rules, path));
  expect(headers('/fonts/a')).toEqual({ A: '1', B: 'x:y' });
  expect(headers('/one')).toEqual({ A: '1', C: '3' });
  expect(headers('/one/')).toEqual({ A: '1' });
});
