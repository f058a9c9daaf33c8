/** Documents that are missing, aren't PDFs, or are listed incorrectly. */
import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
const listed = (file: string, more = 'title: Menu, language: en'): { replace: string; with: string } => ({
  replace: 'admission: "ticketed"',
  with: `admission: "ticketed"\ndocuments:\n  - { file: ${file}, ${more} }`,
});
const at = `${lantern} at - { file:`;
const pdf = '%PDF-1.7\n';

export const cases: ContentError[] = [
  {
    name: 'a document that is missing',
    change: { [lantern]: listed('./menu.pdf') },
    expect: [[at, 'documents', '"./menu.pdf"', 'put it in the folder']],
  },
  {
    name: 'a document that was renamed',
    change: { [lantern]: listed('./menu.pdf'), 'events/menus.pdf': pdf },
    expect: [[at, 'documents', 'did you mean "./menus.pdf"?']],
  },
  {
    name: 'a document whose name differs in case',
    change: { [lantern]: listed('./menu.pdf'), 'events/Menu.pdf': pdf },
    expect: [[at, 'documents', 'the file is called "./Menu.pdf"']],
  },
  {
    name: 'an empty document',
    change: { [lantern]: listed('./menu.pdf'), 'events/menu.pdf': '' },
    expect: [['events/menu.pdf:1', 'empty']],
  },
  {
    name: 'a document that isn’t a PDF',
    change: { [lantern]: listed('./menu.pdf'), 'events/menu.pdf': 'PK\x03\x04' },
    expect: [['events/menu.pdf:1', 'really a PDF']],
  },
  {
    name: 'a document that is too big',
    change: {
      [lantern]: listed('./menu.pdf'),
      'events/menu.pdf': Buffer.concat([Buffer.from(pdf), Buffer.alloc(20_000_000)]),
    },
    expect: [['events/menu.pdf:1', '20 MB']],
  },
  {
    name: 'a document in another format',
    change: { [lantern]: listed('./menu.docx') },
    expect: [[at, 'documents', './menu.docx', './agenda.pdf']],
  },
  {
    name: 'a document in another folder',
    change: { [lantern]: listed('../pages/menu.pdf'), 'pages/menu.pdf': pdf },
    expect: [[at, 'documents', '../pages/menu.pdf', 'beside this file']],
  },
  {
    name: 'a document in a folder that isn’t a collection',
    change: { 'files/menu.pdf': pdf },
    expect: [['files/menu.pdf:1', 'in the folder of the file']],
  },
  {
    name: 'a document with its name in capitals',
    change: { [lantern]: listed('./MENU.PDF'), 'events/MENU.PDF': pdf },
    expect: [
      [at, 'documents', './MENU.PDF'],
      ['events/MENU.PDF:1', 'MENU.pdf'],
    ],
  },
  {
    name: 'a document in a language that doesn’t exist',
    change: { [lantern]: listed('./menu.pdf', 'title: Menu, language: cz'), 'events/menu.pdf': pdf },
    expect: [[at, 'documents', 'did you mean "cs"?']],
  },
  {
    name: 'a document without a title',
    change: { [lantern]: listed('./menu.pdf', 'language: en'), 'events/menu.pdf': pdf },
    expect: [[at, 'documents', 'title']],
  },
  {
    name: 'a document that is listed twice',
    change: {
      [lantern]: {
        replace: 'admission: "ticketed"',
        with: 'admission: "ticketed"\ndocuments:\n  - { file: ./menu.pdf, title: Menu, language: en }\n  - { file: ./menu.pdf, title: Drinks, language: en }',
      },
      'events/menu.pdf': pdf,
    },
    expect: [[`${lantern} at - { file: ./menu.pdf, title: Drinks`, 'documents', 'twice']],
  },
];
