import type { ContentError } from './copy-with-changes.ts';

/** The fields of events/lantern.en.md are on lines 2 to 18; its text begins on line 21. */
const lantern = 'events/lantern.en.md';
const bomb = [
  '---',
  'a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x"]',
  'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
  'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
  'd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
  'title: *d',
  '---',
  '',
].join('\n');

export const cases: ContentError[] = [
  // Keys
  {
    name: 'a title is missing',
    change: { [lantern]: { replace: 'title: "Night of Lanterns"\n', with: '' } },
    expect: [[`${lantern}:2`, 'title', 'missing', 'add it']],
  },
  {
    name: 'a fact is missing',
    change: { 'host-cities/dar-nakhla.en.md': { replace: 'country: "MA"\n', with: '' } },
    expect: [['host-cities/dar-nakhla.en.md:2', 'country', 'missing', 'add it']],
  },
  {
    name: 'one coordinate is missing',
    change: { 'venues/cistern-hall.en.md': { replace: '  lon: -5.1172\n', with: '' } },
    expect: [['venues/cistern-hall.en.md:8', 'location.lon', 'missing']],
  },
  {
    name: 'a summary is missing in a translation',
    change: {
      'host-cities/dar-nakhla.ar.md': '---\ntitle: "دار نخلة"\n---\n\nتقطّر المدينة الورد في أبريل.\n',
    },
    expect: [['host-cities/dar-nakhla.ar.md:2', 'summary', 'missing']],
  },
  {
    name: 'a title is empty',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '""' } },
    expect: [[`${lantern}:2`, 'title', 'empty']],
  },
  {
    name: 'a title has only spaces',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '"   "' } },
    expect: [[`${lantern}:2`, 'title', 'empty']],
  },
  {
    name: 'an unknown time is left as an empty key',
    change: { [lantern]: { replace: 'starts: "2033-03-02 22:00"', with: 'starts:' } },
    expect: [[`${lantern}:12`, 'starts', 'empty', 'delete the line']],
  },
  {
    name: 'an unknown city is left as an empty key',
    change: { 'events/panel-market.en.md': { replace: 'city: "bir-salwan"', with: 'city:' } },
    expect: [['events/panel-market.en.md:6', 'city', 'empty', 'delete the line']],
  },
  {
    name: 'a title is only a hashtag without quotes, which YAML takes for a comment',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '#lanterns2033' } },
    expect: [[`${lantern}:2`, 'title', '#', 'quotes']],
  },
  {
    name: 'a title contains a hash after a space, which YAML takes for a comment',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: 'Night of Lanterns #1 of many' } },
    expect: [[`${lantern}:2`, '#', 'quotes']],
  },
  {
    name: 'a title begins with an exclamation mark, which YAML takes for a tag',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '!Come to the Night of Lanterns' } },
    expect: [[`${lantern}:2`, '!', 'quotes']],
  },
  {
    name: 'a key is misspelt',
    change: { [lantern]: { replace: 'venue: "cistern-hall"', with: 'vennue: "cistern-hall"' } },
    expect: [[`${lantern}:11`, 'vennue', 'did you mean "venue"?']],
  },
  {
    name: 'a key has a capital letter',
    change: { [lantern]: { replace: 'title: "Night', with: 'Title: "Night' } },
    expect: [[`${lantern}:2`, 'there is no field "Title"', 'did you mean "title"?']],
  },
  {
    name: 'a key is unknown',
    change: { [lantern]: { replace: 'admission:', with: 'photographer: "Somebody"\nadmission:' } },
    expect: [[`${lantern}:14`, 'there is no field "photographer"']],
  },
  {
    name: 'a key is from another collection',
    change: { 'events/panel-market.en.md': { replace: 'admission: "free"', with: 'audience: "public"' } },
    expect: [['events/panel-market.en.md:9', 'there is no field "audience"']],
  },
  {
    name: 'a nested key is misspelt',
    change: { 'host-cities/dar-nakhla.en.md': { replace: '  lat: 31.6204', with: '  latt: 31.6204' } },
    expect: [['host-cities/dar-nakhla.en.md:8', 'latt', 'did you mean "lat"?']],
  },
  {
    name: 'a key is repeated',
    change: { [lantern]: { replace: 'venue: "cistern-hall"', with: 'venue: "cistern-hall"\nvenue: "cistern-hall"' } },
    expect: [[`${lantern}:12`, '"venue" is written twice']],
  },
  {
    name: 'two keys are repeated: both are reported',
    change: {
      [lantern]: {
        replace: 'venue: "cistern-hall"',
        with: 'venue: "cistern-hall"\nvenue: "cistern-hall"\ntitle: "Night"',
      },
    },
    expect: [
      [`${lantern}:12`, '"venue" is written twice'],
      [`${lantern}:13`, '"title" is written twice'],
    ],
  },
  {
    name: 'the key __proto__',
    change: { [lantern]: { replace: 'admission:', with: '__proto__: { starts: "2033-03-02" }\nadmission:' } },
    expect: [[`${lantern}:14`, '__proto__']],
  },
  {
    name: 'a key that every JavaScript object has',
    change: { [lantern]: { replace: 'admission:', with: 'constructor: "yes"\nadmission:' } },
    expect: [[`${lantern}:14`, 'there is no field "constructor"']],
  },

  // Texts
  {
    name: 'a title is too long',
    change: { [lantern]: { replace: 'Night of Lanterns', with: 'Night of '.repeat(9) } },
    expect: [[`${lantern}:2`, '81 characters', 'at most 70']],
  },
  {
    name: 'a summary is too long',
    change: {
      [lantern]: { replace: 'from the evening of 2 March 2033 until', with: `${'and light it again '.repeat(6)}until` },
    },
    expect: [[`${lantern}:3`, 'summary', 'characters', 'at most 160']],
  },
  {
    name: 'a summary is too short',
    change: {
      'fields/gardens.en.md': {
        replace: 'Gardens, their makers and their water, in the network of 2033.',
        with: 'Gardens.',
      },
    },
    expect: [['fields/gardens.en.md:3', '8 characters', 'at least 30']],
  },
  {
    name: 'a summary of a translation is too short',
    change: {
      'host-cities/dar-nakhla.ar.md': '---\ntitle: "دار نخلة"\nsummary: "مدينة الورد"\n---\n\nتقطّر المدينة الورد.\n',
    },
    expect: [['host-cities/dar-nakhla.ar.md:3', '11 characters', 'at least 30']],
  },
  {
    name: 'a summary with asterisks',
    change: { [lantern]: { replace: 'Lamp makers and', with: '*Lamp makers* and' } },
    expect: [[`${lantern}:3`, 'summary', 'plain text']],
  },
  {
    name: 'a summary with a link',
    change: { [lantern]: { replace: 'the Cistern Hall in', with: 'the [Hall](/venues/cistern-hall/) in' } },
    expect: [[`${lantern}:3`, 'summary', 'plain text']],
  },
  {
    name: 'a summary with HTML',
    change: { [lantern]: { replace: 'Lamp makers and', with: '<b>Lamp makers</b> and' } },
    expect: [[`${lantern}:3`, 'summary', 'plain text']],
  },
  {
    name: 'two files of a collection with the same title',
    change: { 'events/panel-market.en.md': { replace: '"Panel Market"', with: '"Night of Lanterns"' } },
    expect: [['events/panel-market.en.md:2', '"Night of Lanterns"', 'events/lantern.en.md']],
  },
  {
    name: 'an alias is repeated',
    change: { [lantern]: { replace: '  - "Lantern Night"', with: '  - "Lantern Night"\n  - "Lantern Night"' } },
    expect: [[`${lantern}:8`, 'aliases', '"Lantern Night"', 'twice']],
  },

  // YAML
  {
    name: 'a text with a colon but without quotes',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: 'Lanterns: a night' } },
    expect: [[`${lantern}:2`, 'colon', 'quotes']],
  },
  {
    name: 'a key without a space after the colon',
    change: { [lantern]: { replace: 'admission: "ticketed"', with: 'admission:ticketed' } },
    expect: [[`${lantern}:14`, 'space', 'colon']],
  },
  {
    name: 'a key without a colon',
    change: { [lantern]: { replace: 'admission: "ticketed"', with: 'admission "ticketed"' } },
    expect: [[`${lantern}:14`, 'colon']],
  },
  {
    name: 'a tab is used to indent',
    change: { 'host-cities/dar-nakhla.en.md': { replace: '  lat: 31.6204', with: '\tlat: 31.6204' } },
    expect: [['host-cities/dar-nakhla.en.md:8', 'tab', 'spaces']],
  },
  {
    name: 'a field is indented by accident',
    change: { [lantern]: { replace: 'starts: "2033-03-02 22:00"', with: ' starts: "2033-03-02 22:00"' } },
    expect: [[`${lantern}:12`, 'indented']],
  },
  {
    name: 'a field in a group is indented less than the others',
    change: { 'host-cities/dar-nakhla.en.md': { replace: '  lon: -6.8843', with: ' lon: -6.8843' } },
    expect: [['host-cities/dar-nakhla.en.md:9', 'indented']],
  },
  {
    name: 'a quote is not closed',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '"Night of Lanterns' } },
    expect: [[`${lantern}:2`, 'quote', 'close']],
  },
  {
    name: 'the last quote is not closed',
    change: { [lantern]: { replace: '  - "lamp-ledger"', with: '  - "lamp-ledger' } },
    expect: [[`${lantern}:18`, 'quote', 'close']],
  },
  {
    name: 'a quote inside quotes',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '"The "Night" of Lanterns"' } },
    expect: [[`${lantern}:2`, 'quote']],
  },
  {
    name: 'an apostrophe inside single quotes',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: "'The lanterns' night'" } },
    expect: [[`${lantern}:2`, 'quote']],
  },
  {
    name: 'a list in brackets is not closed',
    change: {
      [lantern]: { replace: 'fields:\n  - "weaving"\n  - "gardens"', with: 'fields: ["weaving", "gardens"' },
    },
    expect: [[`${lantern}:8`, 'bracket', 'close']],
  },
  {
    name: 'a group in braces is not closed',
    change: {
      'host-cities/dar-nakhla.en.md': {
        replace: 'location:\n  lat: 31.6204\n  lon: -6.8843',
        with: 'location: { lat: 31.6204, lon: -6.8843',
      },
    },
    expect: [['host-cities/dar-nakhla.en.md:7', 'brace', 'close']],
  },
  {
    name: 'a text begins with a bracket',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '[New] Night of Lanterns' } },
    expect: [[`${lantern}:2`, 'quotes']],
  },
  {
    name: 'a text begins with an at sign',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '@lanterns' } },
    expect: [[`${lantern}:2`, '@', 'quotes']],
  },
  {
    name: 'a text begins with an asterisk',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '*Night* of Lanterns' } },
    expect: [[`${lantern}:2`, 'quotes']],
  },
  {
    name: 'a text is one word between asterisks',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '*Lanterns*' } },
    expect: [[`${lantern}:2`, '*', 'quotes']],
  },
  {
    name: 'a backslash before a character that needs none',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '"Night \\& Lanterns"' } },
    expect: [[`${lantern}:2`, '\\&', 'backslash']],
  },
  {
    name: 'nested YAML aliases that multiply',
    change: { [lantern]: bomb },
    expect: [[`${lantern}:2`, '*name', 'write the values out']],
  },
  {
    name: 'nested YAML aliases that multiply, in the bibliography',
    change: { 'sources.yaml': bomb.replaceAll('---\n', '') },
    expect: [['sources.yaml:1', '*name', 'write the values out']],
  },
  {
    name: 'a YAML alias that contains itself',
    change: { [lantern]: { replace: 'fields:\n  - "weaving"\n  - "gardens"', with: 'fields: &f [*f]' } },
    expect: [[`${lantern}:8`, '&', 'write the values out']],
  },
  {
    name: 'brackets nested thousands of levels deep',
    change: {
      [lantern]: { replace: '"Night of Lanterns"', with: '['.repeat(9000) + ']'.repeat(9000) },
    },
    expect: [[`${lantern}:2`, 'nested too deeply', 'flat']],
  },
  {
    name: 'the fields are a list',
    change: { [lantern]: '---\n- title\n- summary\n---\n\nThe oldest lamp.\n' },
    expect: [[`${lantern}:2`, 'title: ']],
  },

  // The two lines of hyphens
  {
    name: 'the opening line of hyphens is missing',
    change: { [lantern]: { replace: '---\ntitle:', with: 'title:' } },
    expect: [[`${lantern}:1`, 'must begin with a line of three hyphens']],
  },
  {
    name: 'an empty line before the fields',
    change: { [lantern]: { replace: '---\ntitle:', with: '\n---\ntitle:' } },
    expect: [[`${lantern}:1`, 'must begin with a line of three hyphens']],
  },
  {
    name: 'a word processor turned the hyphens into a dash',
    change: { [lantern]: { replace: '---\ntitle:', with: '—-\ntitle:' } },
    expect: [[`${lantern}:1`, 'must begin with a line of three hyphens']],
  },
  {
    name: 'the closing line of hyphens is missing',
    change: { [lantern]: { replace: '  - "lamp-ledger"\n---\n', with: '  - "lamp-ledger"\n' } },
    expect: [[`${lantern}:1`, 'three hyphens', 'ends the fields']],
  },
  {
    name: 'the closing line of hyphens is missing, but the text contains such a line',
    change: {
      'pages/visit.en.md': {
        replace: '  - "valley-line"\n---\n\n## By train',
        with: '  - "valley-line"\n\nTake the train.\n\n---\n\n## By train',
      },
    },
    expect: [['pages/visit.en.md:8', '---']],
  },
  {
    name: 'text follows the opening hyphens on the same line',
    change: { [lantern]: { replace: '---\ntitle:', with: '--- title:' } },
    expect: [[`${lantern}:1`, 'must begin with a line of three hyphens']],
  },
  {
    name: 'the file is empty',
    change: { [lantern]: '' },
    expect: [[`${lantern}:1`, 'empty']],
  },
  {
    name: 'the file has only spaces and line breaks',
    change: { [lantern]: ' \n\n \n' },
    expect: [[`${lantern}:1`, 'empty']],
  },
  {
    name: 'there are no fields between the hyphens',
    change: { 'pages/visit.en.md': '---\n---\n\nThe valley line joins the towns.\n' },
    expect: [
      ['pages/visit.en.md:2', 'title', 'missing'],
      ['pages/visit.en.md:2', 'summary', 'missing'],
    ],
  },

  // Encodings and characters
  {
    name: 'the file is not UTF-8',
    change: {
      'pages/visit.en.md': Buffer.from(
        '---\ntitle: "Caf\u00e9"\nsummary: "Where to drink coffee in Tizrouane."\n---\n',
        'latin1',
      ),
    },
    expect: [['pages/visit.en.md:1', 'UTF-8', 'save']],
  },
  {
    name: 'the file is UTF-16',
    change: { 'pages/visit.en.md': Buffer.from('\ufeff---\ntitle: "Visit"\n---\n', 'utf16le') },
    expect: [['pages/visit.en.md:1', 'UTF-8', 'save']],
  },
  {
    name: 'a control character in a text',
    change: { [lantern]: { replace: 'It burns olive oil', with: 'It burns\u0007 olive oil' } },
    expect: [[`${lantern}:21`, 'control character']],
  },
  {
    name: 'a control character in a field',
    change: { [lantern]: { replace: 'Guild of Lamp', with: 'Guild\u0000 of Lamp' } },
    expect: [[`${lantern}:5`, 'control character']],
  },
  {
    name: 'a Windows-1252 apostrophe that became a control character',
    change: { [lantern]: { replace: 'It burns olive oil', with: 'It\u0092s burning olive oil' } },
    expect: [[`${lantern}:21`, 'control character']],
  },
  {
    name: 'a letter that was lost in a change of encoding',
    change: { [lantern]: { replace: 'It burns olive oil', with: 'The caf\ufffd burns olive oil' } },
    expect: [[`${lantern}:21`, '\ufffd']],
  },
];
