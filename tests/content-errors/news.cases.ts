/** News that concerns no page, or has no valid date. */
import type { ContentError } from './copy-with-changes.ts';

const oil = 'news/lamp-oil.en.md';
const news = (facts: string): string =>
  `---\ntitle: "Olive oil"\nsummary: "The Guild of Lamp Makers says that the last lamp will burn olive oil."\n${facts}\n---\n`;
const about = (name: string, address: string, ...words: string[]): ContentError => ({
  name,
  change: { [oil]: news(`date: 2033-01-12\nabout: ["${address}"]`) },
  expect: [[`${oil}:5`, 'about', address, ...words]],
});

export const cases: ContentError[] = [
  about('news about a misspelt page', '/events/lanter/', 'did you mean "/events/lantern/"?'),
  about('news about a section', '/events/'),
  about('news about itself', '/news/lamp-oil/'),
  about('news about an address that names a language', '/ar/events/lantern/'),
  about('news about a slug', 'lantern', 'without a language', 'like /events/summer-concert/'),
  about('news about an address on another site', 'https://lantern.example/'),
  {
    name: 'news without a date',
    change: { [oil]: news('about: [/about/]') },
    expect: [[`${oil}:2`, 'date', 'missing']],
  },
  {
    name: 'news with a date that does not exist',
    change: { [oil]: news('date: 2033-01-32') },
    expect: [[`${oil}:4`, 'date', '"2033-01-32"']],
  },
  {
    name: 'news with a typo in its year',
    change: { [oil]: news('date: 2303-01-12') },
    expect: [[`${oil}:4`, 'date', '"2303-01-12"', '270 years away']],
  },
  {
    name: 'news with a date in a translation',
    change: {
      [oil]: news('date: 2033-01-12'),
      'news/lamp-oil.ar.md': news('date: 2033-01-12').replace('Olive oil', 'زيت الزيتون'),
    },
    expect: [['news/lamp-oil.ar.md:4', 'date', 'only in the file of the default language']],
  },
];
