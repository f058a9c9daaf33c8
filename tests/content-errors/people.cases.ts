import type { ContentError } from './copy-with-changes.ts';

const market = 'events/panel-market.en.md';
const round = 'sessions/opening-round.en.md';
const talk = 'sessions/paper-talk.en.md';
const amina = 'people/amina-tazi.en.md';

export const cases: ContentError[] = [
  {
    name: 'a person who has no file',
    change: { [talk]: { replace: 'who: "amina-tazi"', with: 'who: "amina-taz"' } },
    expect: [[`${talk} at who:`, 'people', 'no person "amina-taz"', 'did you mean "amina-tazi"?']],
  },
  {
    name: 'a person whose file was deleted',
    change: { [amina]: null, 'people/amina-tazi.ar.md': null },
    expect: [
      [`${talk} at who:`, 'no person "amina-tazi"'],
      [`${market} at who:`, 'no person "amina-tazi"'],
    ],
  },
  {
    name: 'a name in place of a slug',
    change: { [talk]: { replace: 'who: "amina-tazi"', with: 'who: "Amina Tazi"' } },
    expect: [[`${talk} at who:`, 'people.1.who', 'lower-case letters', 'amina-tazi']],
  },
  {
    name: 'the bare name of a person with a file',
    change: { [talk]: { replace: 'who: "amina-tazi"', with: 'name: "Amína Tazi"' } },
    expect: [[`${talk} at Amína`, 'people', 'has a file', 'who: amina-tazi']],
  },
  {
    name: 'another name of a person with a file',
    change: { [talk]: { replace: 'who: "amina-tazi"', with: 'name: "Aminah Tazi"' } },
    expect: [[`${talk} at Aminah`, 'who: amina-tazi']],
  },
  {
    name: 'a translated name of a person with a file',
    change: { [talk]: { replace: 'who: "amina-tazi"', with: 'name: "أمينة التازي"' } },
    expect: [[`${talk} at أمينة`, 'who: amina-tazi']],
  },
  {
    name: 'both a bare name and a file for one person',
    change: { [talk]: { replace: 'who: "amina-tazi"', with: 'who: "amina-tazi"\n    name: "Amina"' } },
    expect: [[`${talk} at name: "Amina"`, 'people.1.name', 'delete one']],
  },
  {
    name: 'a role without a person',
    change: { [talk]: { replace: '  - who: "amina-tazi"\n    as: "speaker"', with: '  - as: "speaker"' } },
    expect: [[`${talk} at as: "speaker"`, 'people.1', 'who:', 'name:']],
  },
  {
    name: 'a person without a role',
    change: { [market]: { replace: '"amina-tazi"\n    as: "guest"', with: '"amina-tazi"' } },
    expect: [[`${market} at amina-tazi`, 'people.2.as', 'missing']],
  },
  {
    name: 'a role that doesn’t exist',
    change: { [market]: { replace: 'as: "performer"', with: 'as: "performers"' } },
    expect: [[`${market} at performers`, 'people.1.as', '"performers"', 'did you mean "performer"?']],
  },
  {
    name: 'a role under another key',
    change: { [market]: { replace: 'as: "performer"', with: 'role: "performer"' } },
    expect: [
      [`${market} at role:`, 'people.1.role', 'did you mean "as"?'],
      [`${market} at name:`, 'people.1.as', 'missing'],
    ],
  },
  {
    name: 'people as one text',
    change: { [talk]: { replace: '  - "call"\npeople:\n', with: '  - "call"\npeople: Idir\nother:\n' } },
    expect: [
      [`${talk} at people:`, 'people', 'must be a list'],
      [`${talk} at other:`, 'no field "other"'],
    ],
  },
  {
    name: 'a country for a person with a file',
    change: { [talk]: { replace: 'as: "speaker"', with: 'as: "speaker"\n    country: "MA"' } },
    expect: [[`${talk}:12`, 'people.1.country', 'people/amina-tazi', 'delete']],
  },
  {
    name: 'a country that doesn’t exist',
    change: { [market]: { replace: 'country: "MA"', with: 'country: "Maroc"' } },
    expect: [[`${market} at Maroc`, 'people.1.country', 'ISO 3166-1']],
  },
  {
    name: 'a creative field that doesn’t exist',
    change: { [round]: { replace: 'field: "comics"', with: 'field: "comic"' } },
    expect: [[`${round} at "comic"`, 'people', 'did you mean "comics"?']],
  },
  {
    name: 'a person who is named twice',
    change: {
      [market]: { replace: '    as: "guest"\n', with: '    as: "guest"\n  - who: "amina-tazi"\n    as: "guest"\n' },
    },
    expect: [[`${market}:20`, 'people', '"amina-tazi"', 'twice as guest']],
  },
  {
    name: 'a name in two spellings',
    change: { [talk]: { replace: 'Idir Åmmår', with: 'Idir Ammar' } },
    expect: [[`${talk} at Idir`, '"Idir Ammar"', '"Idir Åmmår"', round]],
  },
  {
    name: 'two countries for one name',
    change: { [round]: { replace: 'field: "comics"', with: 'field: "comics"\n    country: "DZ"' } },
    expect: [[`${talk} at country`, 'the country of "Idir Åmmår"', '"DZ"', round]],
  },
  {
    name: 'people listed as unknown',
    change: { [talk]: { replace: '"call"\npeople', with: '"call"\nunknown:\n  - "people"\npeople' } },
    expect: [[`${talk} at - "people"`, 'unknown', '"people"', 'this file has it']],
  },
  {
    name: 'people in a translation',
    change: { 'events/lantern.ar.md': { replace: 'title:', with: 'people:\n  - name: "X"\n    as: "guest"\ntitle:' } },
    expect: [['events/lantern.ar.md at people:', 'people', 'default language']],
  },
];
