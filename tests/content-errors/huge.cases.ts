import type { ContentError } from './copy-with-changes.ts';

const head = '---\ntitle: "Visit"\nsummary: "A page that is far too big for anybody to read to the end."\n';
const many = <T>(count: number, piece: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => piece(at));
const page = (body: string, fields = '') => ({ 'pages/visit.en.md': `${head}${fields}---\n\n${body}` });

/** Files that only a faulty program would write. They must be reported, and quickly. */
export const cases: ContentError[] = [
  {
    name: 'a 10 MB text',
    change: page('Bread and salt, and bread again. '.repeat(300_000)),
    expect: [['pages/visit.en.md:1', '300 kB', 'shorten']],
  },
  {
    name: '10 MB of settings',
    change: {
      'sources.yaml': many(200_000, (at) => `source-${at}:\n  title: "x"\n  url: "https://x.example/"\n`).join(''),
      'redirects.yaml': many(300_000, (at) => `"/old-${at}/": "/visit/"\n`).join(''),
      'member-cities.csv': 'name,country\n' + 'a,b\n'.repeat(2_500_000),
    },
    expect: [
      ['sources.yaml:1', '1000 kB'],
      ['redirects.yaml:1', '1000 kB'],
      ['member-cities.csv:1', '1000 kB'],
    ],
  },
  {
    name: 'fifty thousand fields',
    change: page('Text.', many(50_000, (at) => `${at.toString(36)}:\n`).join('')),
    expect: [['pages/visit.en.md:2', 'there are 50002 fields']],
  },
  {
    name: 'the same field fifty thousand times',
    change: { 'sources.yaml': 'call:\n'.repeat(50_000) },
    // The most errors that the parser reports at once.
    expect: many(100, (at) => [`sources.yaml:${at + 2}`, '"call" is written twice']),
  },
  {
    name: 'brackets nested two thousand levels deep',
    change: page('Text.', `aliases: ${'['.repeat(2000)}${']'.repeat(2000)}\n`),
    expect: [['pages/visit.en.md:4', 'nested too deeply']],
  },
  {
    name: 'lists nested nine thousand levels deep',
    change: page('Text.', `aliases:\n  ${'- '.repeat(9_000)}x\n`),
    expect: [['pages/visit.en.md:5', 'nested too deeply']],
  },
  {
    name: 'groups that are never closed, in the settings',
    change: { 'site.yaml': `menu: ${'[{a: '.repeat(3000)}` },
    expect: [['site.yaml:1', 'nested too deeply']],
  },
  {
    name: 'a single line of 200 kB',
    change: page('word '.repeat(40_000)),
    expect: [['pages/visit.en.md:6', '20000 characters']],
  },
  {
    name: 'ten thousand undefined footnotes, and brackets that are never closed',
    change: page(`${many(10_000, (at) => `x[^n${at}] `).join('\n')}\n\n${'[^\n'.repeat(30_000)}`),
    expect: many(10_000, (at) => [`pages/visit.en.md:${at + 6}`, `[^n${at}]`]),
  },
];
