import type { Broken } from './broken.ts';

const english = (replace: string, text: string): Broken['change'] => ({ 'interface/en.yaml': { replace, with: text } });

export const cases: Broken[] = [
  {
    name: 'an interface word that the site does not know',
    change: english('  open: "Search"', '  open: "Search"\n  opne: "Search"'),
    expect: [['interface/en.yaml at opne: "Search"', '"search.opne"', 'did you mean "search.open"?']],
  },
  {
    name: 'an interface word that the site does not know, in a translation',
    change: { 'interface/pt-BR.yaml': { replace: '  auto: "Automático"', with: '  automatic: "Automático"' } },
    expect: [['interface/pt-BR.yaml at automatic: "Automático"', '"theme.automatic"', 'theme.auto']],
  },
  {
    name: 'an interface word is missing in the default language',
    change: english('  dark: "Dark"\n', ''),
    expect: [['interface/en.yaml at theme:', '"theme.dark"', 'missing', 'add it']],
  },
  {
    name: 'a group of interface words is missing in the default language',
    change: english('theme:\n  label: "Colours"\n  auto: "Auto"\n  light: "Light"\n  dark: "Dark"\n', ''),
    expect: ['label', 'auto', 'light', 'dark'].map((word) => ['interface/en.yaml:1', `"theme.${word}"`, 'missing']),
  },
  {
    name: 'a text instead of a group of interface words',
    change: english(
      'theme:\n  label: "Colours"\n  auto: "Auto"\n  light: "Light"\n  dark: "Dark"\n',
      'theme: "Colours"\n',
    ),
    expect: [
      ['interface/en.yaml at theme: "Colours"', 'theme'],
      ...['label', 'auto', 'light', 'dark'].map((word): Broken['expect'][number] => [
        'interface/en.yaml at theme: "Colours"',
        `"theme.${word}"`,
        'missing',
      ]),
    ],
  },
  {
    name: 'a group instead of an interface word',
    change: english('  dark: "Dark"', '  dark: { day: "Dark", night: "Black" }'),
    expect: [['interface/en.yaml at dark: { day: "Dark", night: "Black" }', 'theme.dark', 'single text']],
  },
  {
    name: 'a list instead of an interface word',
    change: english('  dark: "Dark"', '  dark: ["Dark", "Black"]'),
    expect: [['interface/en.yaml at dark: ["Dark", "Black"]', 'theme.dark', 'single text']],
  },
  {
    name: 'an interface word is empty',
    change: english('  dark: "Dark"', '  dark: ""'),
    expect: [['interface/en.yaml at dark: ""', 'theme.dark', 'empty']],
  },
  {
    name: 'an interface word is repeated',
    change: english('  dark: "Dark"', '  dark: "Dark"\n  dark: "Black"'),
    expect: [['interface/en.yaml at dark: "Black"', '"dark" is written twice']],
  },
  {
    name: 'an unknown placeholder',
    change: english('"Held on {dates}"', '"Held on {date}"'),
    expect: [['interface/en.yaml at after: "Held on {date}"', 'home.after', '{date}', '{dates}']],
  },
  {
    name: 'a placeholder in a word that has none',
    change: english('"On now"', '"On now in {hosts}"'),
    expect: [['interface/en.yaml at during: "On now in {hosts}"', 'home.during', '{hosts}', 'take it out']],
  },
  {
    name: 'an unknown placeholder inside a plural',
    change: english('one {# result for “{query}”}', 'one {# result for “{word}”}'),
    expect: [
      [
        'interface/en.yaml at results: "{count, plural, =0 {Nothing found for “{query}”} one {# result for “{word}”} other {# results for “{query}”}}"',
        'search.results',
        '{word}',
        '{query}',
      ],
    ],
  },
  {
    name: 'a placeholder that was translated',
    change: { 'interface/pt-BR.yaml': { replace: '"Aconteceu: {dates}"', with: '"Aconteceu: {datas}"' } },
    expect: [['interface/pt-BR.yaml at after: "Aconteceu: {datas}"', 'home.after', '{datas}', '{dates}']],
  },
  {
    name: 'a brace is not closed',
    change: english('"Held on {dates}"', '"Held on {dates"'),
    expect: [['interface/en.yaml at after: "Held on {dates"', 'home.after', 'Held on {dates', 'never closed']],
  },
  {
    name: 'a plural without "other"',
    change: english('{days, plural, one {# day to go} other {# days to go}}', '{days, plural, one {# day to go}}'),
    expect: [['interface/en.yaml at before: "{days, plural, one {# day to go}}"', 'home.before', 'other']],
  },
  {
    name: 'a plural without "other" in a translation',
    change: {
      'interface/pt-BR.yaml': {
        replace: '{days, plural, one {Falta # dia} other {Faltam # dias}}',
        with: '{days, plural, one {Falta # dia} outro {Faltam # dias}}',
      },
    },
    expect: [
      [
        'interface/pt-BR.yaml at before: "{days, plural, one {Falta # dia} outro {Faltam # dias}}"',
        'home.before',
        'other',
      ],
    ],
  },
  {
    name: 'a misspelt "plural"',
    change: english('{days, plural, one', '{days, plurl, one'),
    expect: [
      ['interface/en.yaml at before: "{days, plurl, one {# day to go} other {# days to go}}"', 'home.before', 'plurl'],
    ],
  },
  {
    name: 'an apostrophe before a placeholder, which escapes it',
    change: english('"What took place in {city}"', `"What took place in '{city}'"`),
    expect: [
      [
        'interface/en.yaml at city-programme: "What took place in \'{city}\'"',
        'related.city-programme',
        '{city}',
        'apostrophe',
      ],
    ],
  },
  {
    name: 'a placeholder for a text is formatted as a date',
    change: english('"Held on {dates}"', '"Held on {dates, date}"'),
    expect: [['interface/en.yaml at after: "Held on {dates, date}"', 'home.after', '{dates']],
  },
  {
    name: 'a missing placeholder',
    change: { 'interface/pt-BR.yaml': { replace: '"Aconteceu: {dates}"', with: '"Aconteceu: "' } },
    expect: [['interface/pt-BR.yaml at after: "Aconteceu: "', 'home.after', '{dates} is missing']],
  },
  {
    name: 'a plural form that the language does not have',
    change: english('{days, plural, one {# day to go} other', '{days, plural, one {# day to go} few {# days!} other'),
    expect: [['interface/en.yaml at few {# days!}', 'home.before', '"few"', 'one, other']],
  },
  {
    name: 'HTML in an interface word',
    change: english('"On now"', '"<b>On now</b>"'),
    expect: [['interface/en.yaml at <b>On now</b>', 'home.during', '</b>', 'plain text']],
  },
  {
    name: 'an interface word whose end YAML takes for a comment',
    change: english('"On now"', 'On #now'),
    expect: [['interface/en.yaml at On #now', 'during', '"#now"', 'quotes']],
  },
  {
    name: 'interface words of the default language are missing',
    change: { 'interface/en.yaml': null },
    expect: [['interface/en.yaml:1', 'default language', 'missing']],
  },
  {
    name: 'interface words with a colon but without quotes',
    change: english('"Held on {dates}"', 'Held on: {dates}'),
    expect: [['interface/en.yaml at after: Held on: {dates}', 'colon', 'quotes']],
  },
  {
    name: 'an interface word begins with a brace and has no quotes',
    change: english('"{count, plural, one {Creative field} other {Creative fields}}"', '{count} fields'),
    expect: [['interface/en.yaml at fields: {count} fields', 'quotes']],
  },
];
