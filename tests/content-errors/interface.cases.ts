import type { ContentError } from './copy-with-changes.ts';

const english = (replace: string, text: string): ContentError['change'] => ({
  'interface/en.yaml': { replace, with: text },
});

export const cases: ContentError[] = [
  {
    name: 'an interface word that the site does not know',
    change: english('search:\n', 'search:\n  opne: "Search"\n'),
    expect: [['interface/en.yaml at opne: "Search"', '"search.opne"', 'did you mean "search.open"?']],
  },
  {
    name: 'an interface word that the site does not know, in a translation',
    change: { 'interface/pt-BR.yaml': { replace: '  auto: "Como no aparelho"', with: '  automatic: "Automático"' } },
    expect: [['interface/pt-BR.yaml at automatic: "Automático"', '"theme.automatic"', 'theme.auto']],
  },
  {
    name: 'a text instead of a group of interface words',
    change: english(
      'theme:\n  label: "Colour scheme"\n  auto: "As my device"\n  light: "Day"\n  dark: "Night"\n',
      'theme: "Colours"\n',
    ),
    expect: [['interface/en.yaml at theme: "Colours"', 'no interface word "theme"']],
  },
  {
    name: 'a group instead of an interface word',
    change: english('  dark: "Night"', '  dark: { day: "Dark", night: "Black" }'),
    expect: [['interface/en.yaml at dark: { day: "Dark", night: "Black" }', 'theme.dark', 'single text']],
  },
  {
    name: 'a list instead of an interface word',
    change: english('  dark: "Night"', '  dark: ["Dark", "Black"]'),
    expect: [['interface/en.yaml at dark: ["Dark", "Black"]', 'theme.dark', 'single text']],
  },
  {
    name: 'an interface word is empty',
    change: english('  dark: "Night"', '  dark: ""'),
    expect: [['interface/en.yaml at dark: ""', 'theme.dark', 'empty']],
  },
  {
    name: 'an interface word is repeated',
    change: english('  dark: "Night"', '  dark: "Night"\n  dark: "Black"'),
    expect: [['interface/en.yaml at dark: "Black"', '"dark" is written twice']],
  },
  {
    name: 'an unknown placeholder',
    change: english('"Took place on {dates}"', '"Took place on {date}"'),
    expect: [['interface/en.yaml at after: "Took place on {date}"', 'home.after', '{date}', '{dates}']],
  },
  {
    name: 'a placeholder in a word that has none',
    change: english('"Happening now"', '"Happening now in {hosts}"'),
    expect: [['interface/en.yaml at during: "Happening now in {hosts}"', 'home.during', '{hosts}', 'remove it']],
  },
  {
    name: 'an unknown placeholder inside a plural',
    change: english('one {# page for “{query}”}', 'one {# page for “{word}”}'),
    expect: [
      [
        'interface/en.yaml at results: "{count, plural, =0 {“{query}” isn’t here} one {# page for “{word}”} other {# pages for “{query}”}}"',
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
    change: english('"Took place on {dates}"', '"Took place on {dates"'),
    expect: [
      ['interface/en.yaml at after: "Took place on {dates"', 'home.after', 'Took place on {dates', 'never closed'],
    ],
  },
  {
    name: 'a plural without "other"',
    change: english('{days, plural, one {# day left} other {# days left}}', '{days, plural, one {# day left}}'),
    expect: [['interface/en.yaml at before: "{days, plural, one {# day left}}"', 'home.before', 'other']],
  },
  {
    name: 'a plural without "other" in a translation',
    change: {
      'interface/pt-BR.yaml': {
        replace: '{days, plural, one {Só mais # dia} many {Só mais # de dias} other {Só mais # dias}}',
        with: '{days, plural, one {Só mais # dia} outro {Só mais # dias}}',
      },
    },
    expect: [
      [
        'interface/pt-BR.yaml at before: "{days, plural, one {Só mais # dia} outro {Só mais # dias}}"',
        'home.before',
        'other',
      ],
    ],
  },
  {
    name: 'a misspelt "plural"',
    change: english('{days, plural, one', '{days, plurl, one'),
    expect: [
      ['interface/en.yaml at before: "{days, plurl, one {# day left} other {# days left}}"', 'home.before', 'plurl'],
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
    change: english('"Took place on {dates}"', '"Took place on {dates, date}"'),
    expect: [['interface/en.yaml at after: "Took place on {dates, date}"', 'home.after', '{dates']],
  },
  {
    name: 'a missing placeholder',
    change: { 'interface/pt-BR.yaml': { replace: '"Aconteceu: {dates}"', with: '"Aconteceu: "' } },
    expect: [['interface/pt-BR.yaml at after: "Aconteceu: "', 'home.after', '{dates} is missing']],
  },
  {
    name: 'a plural form that the language does not have',
    change: english('{days, plural, one {# day left} other', '{days, plural, one {# day left} few {# days!} other'),
    expect: [['interface/en.yaml at few {# days!}', 'home.before', '"few"', 'one, other']],
  },
  {
    name: 'HTML in an interface word',
    change: english('"Happening now"', '"<b>Happening now</b>"'),
    expect: [['interface/en.yaml at <b>Happening now</b>', 'home.during', '</b>', 'plain text']],
  },
  {
    name: 'an interface word whose end YAML takes for a comment',
    change: english('"Happening now"', 'Happening #now'),
    expect: [['interface/en.yaml at Happening #now', 'during', '"#now"', 'quotes']],
  },
  {
    name: 'interface words with a colon but without quotes',
    change: english('"Took place on {dates}"', 'Took place on: {dates}'),
    expect: [['interface/en.yaml at after: Took place on: {dates}', 'colon', 'quotes']],
  },
  {
    name: 'an interface word begins with a brace and has no quotes',
    change: english('"{count, plural, one {Craft} other {Crafts}}"', '{count} fields'),
    expect: [['interface/en.yaml at fields: {count} fields', 'quotes']],
  },
];
