import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
const line = '![A lantern](./lantern.png "Drawing: Guild of Lamp Makers, CC BY 4.0")';
const where = `${lantern}:23`;
const mdx = (body: string) =>
  `---\ntitle: "Lamps"\nsummary: "Which lamps there are in the three towns, and who makes them."\n---\n\n${body}\n`;

export const cases: ContentError[] = [
  {
    name: 'a picture without a credit',
    change: { [lantern]: { replace: line, with: '![A lantern](./lantern.png)' } },
    expect: [[where, '"./lantern.png" has no credit', '"Photo: Name, CC BY 4.0"']],
  },
  {
    name: 'a picture without a credit in a translation',
    change: { 'events/lantern.ar.md': { replace: ' "رسم: نقابة صنّاع المصابيح، CC BY 4.0"', with: '' } },
    expect: [['events/lantern.ar.md at ./lantern.png', 'has no credit']],
  },
  {
    name: 'a picture within a paragraph',
    change: { [lantern]: { replace: `${line}\n`, with: `Look: ${line}\n` } },
    expect: [[where, 'its own paragraph']],
  },
  {
    name: 'a picture that is a link',
    change: { [lantern]: { replace: line, with: `[${line}](/events/)` } },
    expect: [[where, "can't be a link", '[words](/events/)']],
  },
  {
    name: 'a picture whose extension is upper case in its name and lower case in the text',
    change: {
      'events/lantern.png': { moveTo: 'events/lantern.PNG' },
      'events/lantern.ar.md': { replace: 'lantern.png', with: 'lantern.PNG' },
    },
    expect: [[where, 'no picture "./lantern.png"', '"./lantern.PNG"']],
  },
  {
    name: 'a picture without its extension',
    change: { [lantern]: { replace: './lantern.png', with: './lantern' } },
    expect: [[where, 'no picture "./lantern"', '"./lantern.png"']],
  },
  {
    name: 'a picture with spaces in its name',
    change: { [lantern]: { replace: './lantern.png', with: './my old lantern.png' } },
    expect: [[where, '"./my old lantern.png" has spaces', 'my-old-lantern.png', 'Guild of Lamp Makers']],
  },
  {
    name: 'a picture with a space before its address',
    change: { [lantern]: { replace: '![A lantern](', with: '![A lantern] (' } },
    expect: [[where, '"./lantern.png"', '![what it shows](./lantern.png']],
  },
  {
    name: 'a picture whose address is defined elsewhere in the text',
    change: { [lantern]: { replace: line, with: '![A lantern][lamp]\n\n[lamp]: ./lantern.png "Drawing"' } },
    expect: [[where, '"A lantern"', '![what it shows]']],
  },
  {
    name: 'a picture whose file is ignored',
    change: {
      'events/_lantern.png': Buffer.from('\x89PNG\r\n', 'latin1'),
      [lantern]: { replace: './lantern.png', with: './_lantern.png' },
    },
    expect: [[where, '"./_lantern.png"', 'begins with _']],
  },
  {
    name: 'a picture as a tag in MDX',
    change: { 'pages/lamps.en.mdx': mdx('<img src="./lamp.png" alt="A lamp" />') },
    expect: [['pages/lamps.en.mdx:6', '<img>', '![what it shows]']],
  },
  {
    name: 'a picture that MDX imports',
    change: {
      'pages/lamps.en.mdx': mdx('import lamp from "./lamp.png";\n\nA lamp.'),
      'pages/lamp.png': Buffer.from('\x89PNG\r\n', 'latin1'),
    },
    expect: [['pages/lamps.en.mdx:6', "a picture can't be imported", './lamp.png']],
  },
  {
    name: 'a page at the address of the pictures',
    change: { 'pages/pictures.en.md': mdx('Lamps.') },
    expect: [['pages/pictures.en.md:1', '/pictures/', 'uses the address']],
  },
];
