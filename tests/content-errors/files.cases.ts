import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
/** Every link and reference to the event in the edition. */
const links: ContentError['expect'] = [
  ['meeting.ar.md:16', '"/events/lantern/"'],
  ['meeting.en.md:32', '"/events/lantern/"'],
  ['meeting.pt-BR.md:14', '"/events/lantern/"'],
  ['pages/visit.en.md:17', '"/events/lantern.ics"'],
  ['redirects.yaml:1', '"/events/lantern/"'],
  ['redirects.yaml:2', '"/events/lantern/"'],
];
const page =
  '---\ntitle: "Food"\nsummary: "Where to eat and drink in the three towns during the meeting."\n---\n\nSoup and bread.\n';

export const cases: ContentError[] = [
  // Translations
  {
    name: 'a fact in a translation',
    change: { 'events/lantern.ar.md': { replace: 'organisers:\n', with: 'venue: "cistern-hall"\norganisers:\n' } },
    expect: [['events/lantern.ar.md:4', 'venue', 'default language', 'delete it here']],
  },
  {
    name: 'two facts in a translation: both are reported',
    change: {
      'host-cities/bir-salwan.ar.md': {
        replace: '---\n\nفي',
        with: 'country: "MA"\nlocation: { lat: 34.3376, lon: -4.0129 }\n---\n\nفي',
      },
    },
    expect: [
      ['host-cities/bir-salwan.ar.md:4', 'country', 'default language'],
      ['host-cities/bir-salwan.ar.md:5', 'location', 'default language'],
    ],
  },
  {
    name: 'a misspelt field in a translation',
    change: { 'meeting.pt-BR.md': { replace: 'theme:', with: 'tema:' } },
    expect: [['meeting.pt-BR.md:4', 'there is no field "tema"', 'did you mean "theme"?']],
  },
  {
    name: 'a translation without an original',
    change: { [lantern]: null },
    expect: [['events/lantern.ar.md:1', 'no original', 'events/lantern.en.md'], ...links],
  },
  {
    name: 'a page is deleted in all its languages',
    change: { [lantern]: null, 'events/lantern.ar.md': null },
    expect: links,
  },
  {
    name: 'two files for one page',
    change: {
      'pages/visit.en.mdx': page,
    },
    expect: [['pages/visit.en.mdx:1', 'two files for one page', 'pages/visit.en.md']],
  },
  {
    name: 'two files for one translation',
    change: {
      'meeting.ar.mdx': '---\ntitle: "الاجتماع"\nsummary: "الاجتماع السابع والعشرون للشبكة في المغرب."\n---\n',
    },
    expect: [['meeting.ar.mdx:1', 'two files for one page', 'meeting.ar.md']],
  },

  // Names
  {
    name: 'an upper-case extension',
    change: { [lantern]: { moveTo: 'events/lantern.en.MD' } },
    expect: [['events/lantern.en.MD:1', '.md', 'lantern.en.md']],
  },
  {
    name: 'an upper-case extension of a translation',
    change: { 'events/lantern.ar.md': { moveTo: 'events/lantern.ar.MD' } },
    expect: [['events/lantern.ar.MD:1', 'lantern.ar.md']],
  },
  {
    name: 'an extension that the operating system added',
    change: { [lantern]: { moveTo: 'events/lantern.en.md.txt' } },
    expect: [['events/lantern.en.md.txt:1', 'lantern.en.md']],
  },
  {
    name: 'the long form of the extension',
    change: { [lantern]: { moveTo: 'events/lantern.en.markdown' } },
    expect: [['events/lantern.en.markdown:1', 'lantern.en.md']],
  },
  {
    name: 'a word processor document',
    change: { 'pages/food.en.docx': Buffer.from('PK\u0003\u0004', 'latin1') },
    expect: [['pages/food.en.docx:1', 'food.en.md']],
  },
  {
    name: 'a backup copy left by an editor',
    change: { 'events/lantern.en.md.bak': 'old' },
    expect: [['events/lantern.en.md.bak:1', '.md']],
  },
  {
    name: 'no language in the name',
    change: { 'pages/food.md': page },
    expect: [['pages/food.md:1', 'language is missing', 'food.en.md']],
  },
  {
    name: 'no language in the name of the meeting',
    change: { 'meeting.en.md': { moveTo: 'meeting.md' } },
    expect: [['meeting.md:1', 'language is missing', 'meeting.en.md']],
  },
  {
    name: 'a language that the site does not have',
    change: { 'pages/visit.de.md': page },
    expect: [['pages/visit.de.md:1', '"de"', 'site.yaml', 'en']],
  },
  {
    name: 'a language code in upper case',
    change: { [lantern]: { moveTo: 'events/lantern.EN.md' } },
    expect: [['events/lantern.EN.md:1', '"EN"', 'did you mean "en"?']],
  },
  {
    name: 'the region of a language in lower case',
    change: { 'meeting.pt-BR.md': { moveTo: 'meeting.pt-br.md' } },
    expect: [['meeting.pt-br.md:1', '"pt-br"', 'did you mean "pt-BR"?']],
  },
  {
    name: 'upper-case letters in a slug',
    change: { 'pages/Food.en.md': page },
    expect: [['pages/Food.en.md:1', '"Food"', 'lower-case letters']],
  },
  {
    name: 'a space in a slug',
    change: { 'pages/food and drink.en.md': page },
    expect: [['pages/food and drink.en.md:1', '"food and drink"', 'hyphens']],
  },
  {
    name: 'an accent in a slug',
    change: { 'pages/cafés.en.md': page },
    expect: [['pages/cafés.en.md:1', '"cafés"', 'a–z']],
  },
  {
    name: 'an underscore in a slug',
    change: { 'pages/food_drink.en.md': page },
    expect: [['pages/food_drink.en.md:1', '"food_drink"', 'hyphens']],
  },
  {
    name: 'a dot in a slug',
    change: { 'pages/food.2.en.md': page },
    expect: [['pages/food.2.en.md:1', '"food.2"', 'hyphens']],
  },
  {
    name: 'a slug that is the address of a section',
    change: { 'pages/search.en.md': page },
    expect: [['pages/search.en.md:1', '/search/', 'uses the address', 'rename the file']],
  },
  {
    name: 'a slug that is the address of a language',
    change: { 'pages/ar.en.md': page },
    expect: [['pages/ar.en.md:1', '/ar/', 'uses the address']],
  },
  {
    name: 'a slug that is the address of a language with a region',
    change: { 'pages/pt-br.en.md': page },
    expect: [['pages/pt-br.en.md:1', '/pt-br/', 'uses the address']],
  },
  {
    name: 'a slug that is the address of the 404 page',
    change: { 'pages/404.en.md': page },
    expect: [['pages/404.en.md:1', '/404/', 'uses the address']],
  },
  {
    name: 'the slug "index" in a collection, which would take the address of the collection’s data',
    change: {
      'events/index.en.md':
        '---\ntitle: "Index"\nsummary: "An event whose name has another meaning in addresses, in March 2033."\nfields: [comics]\nsources: [call]\n---\n',
    },
    expect: [['events/index.en.md:1', 'index', 'reserved']],
  },
  {
    name: 'a past host without a year in its name',
    change: { 'past-hosts/sandhaven-2034.en.md': { moveTo: 'past-hosts/sandhaven.en.md' } },
    expect: [['past-hosts/sandhaven.en.md:5', 'year', 'sandhaven-2034']],
  },
  {
    name: 'a past host with the wrong year in its name',
    change: { 'past-hosts/sandhaven-2034.en.md': { moveTo: 'past-hosts/sandhaven-2035.en.md' } },
    expect: [['past-hosts/sandhaven-2035.en.md:5', 'year', 'sandhaven-2034']],
  },

  // Folders
  {
    name: 'a folder that isn’t a collection',
    change: { 'event/lantern.en.md': page },
    expect: [['event/lantern.en.md:1', '"event"', 'did you mean "events"?']],
  },
  {
    name: 'a folder in upper case',
    change: { 'Events/fair.en.md': page },
    expect: [['Events/fair.en.md:1', '"Events"', 'did you mean "events"?']],
  },
  {
    name: 'a folder for a language',
    change: { 'fr/visit.md': page },
    expect: [['fr/visit.md:1', '"fr"', 'pages']],
  },
  {
    name: 'a folder below a collection',
    change: { [lantern]: { moveTo: 'events/2033/lantern.en.md' } },
    expect: [['events/2033/lantern.en.md:1', 'move the file up', '"events"']],
  },
  {
    name: 'a picture in a folder that isn’t a collection',
    change: { 'photos/hall.png': Buffer.from('89504e470d0a1a0a', 'hex') },
    expect: [['photos/hall.png:1', '"photos"']],
  },
  {
    name: 'a file at the top level that isn’t one of the settings',
    change: { 'notes.txt': 'Call the archive.\n' },
    expect: [['notes.txt:1', 'belong here']],
  },
  {
    name: 'settings with the short extension',
    change: { 'sources.yaml': { moveTo: 'sources.yml' } },
    expect: [
      ['sources.yml:1', 'belong here', 'did you mean "sources.yaml"?'],
      ['sources.yaml:1', 'missing'],
    ],
  },
  {
    name: 'a page at the top level',
    change: { 'food.en.md': page },
    expect: [['food.en.md:1', 'belong here', 'pages']],
  },
  {
    name: 'the file of the meeting is missing',
    change: { 'meeting.en.md': null },
    expect: [['meeting.en.md:1', 'missing', 'create it']],
  },
  {
    name: 'interface words in a language that the site does not have',
    change: { 'interface/de.yaml': 'site:\n  skip: "Zum Text"\n' },
    expect: [['interface/de.yaml:1', '"de"', 'site.yaml']],
  },
  {
    name: 'interface words with the short extension',
    change: { 'interface/en.yaml': { moveTo: 'interface/en.yml' } },
    expect: [['interface/en.yml:1', 'interface/en.yaml']],
  },

  // Sizes and formats
  {
    name: 'a text over 300 kB',
    change: { 'pages/food.en.md': page + 'Soup and bread.\n'.repeat(70_000) },
    expect: [['pages/food.en.md:1', '300 kB', 'shorten']],
  },
  {
    name: 'a picture over 40 MB',
    change: { 'events/lantern.png': Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(40_000_000)]) },
    expect: [['events/lantern.png:1', '40 MB', 'smaller']],
  },
  {
    name: 'a text file with the extension of a picture',
    change: { 'events/lantern.png': 'This was to be a picture.\n' },
    expect: [['events/lantern.png:1', 'picture']],
  },
  {
    name: 'a picture in a format that browsers do not support',
    change: { 'events/hall.heic': Buffer.from('000000186674797068656963', 'hex') },
    expect: [['events/hall.heic:1', 'picture', 'jpg']],
  },
];
