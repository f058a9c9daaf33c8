/** Mistakes that come from Word, Google Docs, spreadsheets, chat assistants and other programs. */
import { readFileSync } from 'node:fs';
import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
const title = (value: string): ContentError['change'] => ({
  [lantern]: { replace: 'title: "Night of Lanterns"', with: value },
});
const starts = (value: string): ContentError['change'] => ({
  [lantern]: { replace: 'starts: "2033-03-02 22:00"', with: value },
});
const table = readFileSync('tests/editions/trio/member-cities.csv', 'utf8');

export const cases: ContentError[] = [
  // Characters that can't be seen
  {
    name: 'a title with only a zero-width space, written as an escape',
    change: title('title: "\\u200b"'),
    expect: [[`${lantern}:2`, 'title', 'zero-width space (U+200B)']],
  },
  {
    name: 'a title with a null character, written as an escape',
    change: title('title: "Night\\0"'),
    expect: [[`${lantern}:2`, 'title', 'U+0000', 'after "Night"']],
  },
  {
    name: 'a title with an escape character, written as an escape',
    change: title('title: "Night\\e of Lanterns"'),
    expect: [[`${lantern}:2`, 'title', 'U+001B']],
  },
  {
    name: 'a title with a lone surrogate, written as an escape',
    change: title('title: "Night \\ud83d"'),
    expect: [[`${lantern}:2`, 'title', 'U+D83D']],
  },
  {
    name: 'a title with only non-breaking spaces',
    change: title('title: "\u00a0\u00a0"'),
    expect: [[`${lantern}:2`, 'title', 'empty']],
  },
  {
    name: 'a zero-width space in the name of a field',
    change: starts('starts\u200b: "2033-03-02 22:00"'),
    expect: [[`${lantern}:12`, 'zero-width space (U+200B)', 'after "starts"']],
  },
  {
    name: 'a zero-width space in a title',
    change: title('title: "Night\u200b of Lanterns"'),
    expect: [[`${lantern}:2`, 'zero-width space (U+200B)', 'Night"']],
  },
  {
    name: 'an override of the writing direction in a title',
    change: title('title: "Night \u202eof Lanterns"'),
    expect: [[`${lantern}:2`, 'U+202E']],
  },
  {
    name: 'a non-breaking space after the name of a field',
    change: title('title:\u00a0"Night of Lanterns"'),
    expect: [[`${lantern}:2`, 'non-breaking space (U+00A0)', 'after "title:"']],
  },
  {
    name: 'a non-breaking space before the name of a field',
    change: title('\u00a0title: "Night of Lanterns"'),
    expect: [[`${lantern}:2`, 'non-breaking space (U+00A0)']],
  },
  {
    name: 'a full-width colon',
    change: title('title："Night of Lanterns"'),
    expect: [[`${lantern}:2`, 'full-width colon (U+FF1A)', 'write :']],
  },
  {
    name: 'a non-breaking space in a date',
    change: starts('starts: "2033-03-02\u00a022:00"'),
    expect: [[`${lantern}:12`, 'starts', 'non-breaking space (U+00A0)', 'after "2033-03-02"']],
  },
  {
    name: 'dashes in a date',
    change: starts('starts: "2033–03–02 22:00"'),
    expect: [[`${lantern}:12`, 'starts', 'en dash (U+2013)', 'after "2033"']],
  },
  {
    name: 'curly quotes around a date',
    change: starts('starts: “2033-03-02 22:00”'),
    expect: [[`${lantern}:12`, 'starts', '“2033-03-02 22:00”', 'curly']],
  },
  {
    name: 'curly quotes around a title',
    change: title('title: „Night of Lanterns”'),
    expect: [[`${lantern}:2`, 'title', '„Night of Lanterns”', 'curly']],
  },
  {
    name: 'a quote that opens straight and closes curly',
    change: title('title: "Night of Lanterns”'),
    expect: [[`${lantern}:2`, 'curly quote (U+201D)']],
  },

  // Markup in plain text
  ...(
    [
      ['Markdown', 'Night of **Lanterns**', '**Lanterns**'],
      ['a link', 'Night of [Lanterns](/events/)', '[Lanterns](/events/)'],
      ['an entity', 'Night &amp; Lanterns', '&amp;'],
      ['HTML', 'Night<br>of Lanterns', '<br>'],
    ] as const
  ).map(([what, text, quoted]): ContentError => ({
    name: `${what} in a title`,
    change: title(`title: "${text}"`),
    expect: [[`${lantern}:2`, 'title', quoted, 'plain text']],
  })),

  // YAML
  {
    name: 'a question mark for an unknown value',
    change: starts('starts: ?'),
    expect: [[`${lantern}:12`, '?', 'delete the line']],
  },
  {
    name: 'another program’s name for a field',
    change: starts('time: "2033-03-02 22:00"'),
    expect: [[`${lantern}:12`, 'time', 'did you mean "starts"?']],
  },
  {
    name: 'an organiser whose end YAML takes for a comment',
    change: { [lantern]: { replace: '  - "Guild', with: '  - Guild #4 "' } },
    expect: [[`${lantern}:5`, 'organisers', '#4', 'quotes']],
  },
  {
    name: 'a source title whose end YAML takes for a comment',
    change: { 'sources.yaml': { replace: '"Timetable of the valley line"', with: 'Timetable #4' } },
    expect: [['sources.yaml at Timetable #4', 'title', '"#4"', 'quotes']],
  },
  {
    name: 'a source key with an underscore, which footnotes spell with a hyphen',
    change: { 'sources.yaml': { replace: 'lamp-ledger:', with: 'lamp_ledger:' } },
    expect: [['sources.yaml at lamp_ledger:', '"lamp_ledger"', 'lamp-ledger']],
  },

  {
    name: 'an ampersand before a title',
    change: title('title: &Night of Lanterns'),
    expect: [[`${lantern}:2`, '&', 'quotes']],
  },

  // Files
  {
    name: 'a picture with a decomposed name that is composed in the text',
    change: {
      'events/Eta\u0301t.png': readFileSync('tests/editions/trio/events/lantern.png'),
      [lantern]: { replace: './lantern.png', with: './Etát.png' },
      'events/lantern.ar.md': { replace: './lantern.png', with: './Etát.png' },
    },
    expect: [['events/Eta\u0301t.png:1', 'decomposed', 'Etát.png']],
  },
  {
    name: 'a BMP',
    change: {
      'events/lantern.png': { moveTo: 'events/lantern.bmp' },
      [lantern]: { replace: './lantern.png', with: './lantern.bmp' },
      'events/lantern.ar.md': { replace: './lantern.png', with: './lantern.bmp' },
    },
    expect: [['events/lantern.bmp:1', '.bmp', '.jpg or .png']],
  },
  {
    name: 'a presentation',
    change: { 'events/programme.pptx': 'PK' },
    expect: [['events/programme.pptx:1', '.pptx', 'link to it']],
  },
  {
    name: 'a Windows Explorer file',
    change: { 'events/Thumbs.db': 'x', 'Thumbs.db': 'x' },
    expect: [
      ['events/Thumbs.db:1', 'delete'],
      ['Thumbs.db:1', 'delete'],
    ],
  },

  // Tables
  {
    name: 'an instruction to Excel at the top of the table',
    change: { 'member-cities.csv': `sep=,\n${table}` },
    expect: [['member-cities.csv:1', '"sep=,"', 'delete']],
  },
  {
    name: 'tabs between the columns',
    change: { 'member-cities.csv': table.replaceAll(',', '\t') },
    expect: [['member-cities.csv:1', 'tabs', 'comma']],
  },
  {
    name: 'a column with values but without a name',
    change: { 'member-cities.csv': table.replace('lon,name:ar', 'lon,') },
    expect: [['member-cities.csv:1', 'column 7 has no name']],
  },
  {
    name: 'a name that a spreadsheet would evaluate as a formula',
    change: { 'member-cities.csv': { replace: 'Porto Azul,PT', with: '=1+1,PT' } },
    expect: [['member-cities.csv:5', 'name', '"=1+1"']],
  },
  {
    name: 'the same city with a composed and with a decomposed letter',
    change: {
      'member-cities.csv': `${table.trimEnd()}\nÓbidos,PT,perfume,2017,39.36,-9.16,\nO\u0301bidos,PT,perfume,2017,39.36,-9.16,\n`,
    },
    expect: [['member-cities.csv:9', 'name', 'already on line 8']],
  },
];
