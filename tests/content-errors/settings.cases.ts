import type { ContentError } from './copy-with-changes.ts';

const site = (replace: string, text: string): ContentError['change'] => ({ 'site.yaml': { replace, with: text } });
const sources = (replace: string, text: string): ContentError['change'] => ({
  'sources.yaml': { replace, with: text },
});

export const cases: ContentError[] = [
  // site.yaml
  {
    name: 'an unknown time zone',
    change: { 'site.yaml': { replace: 'Africa/Casablanca', with: 'Africa/Casablanka' } },
    expect: [['site.yaml:11', 'timeZone', 'Africa/Casablanka', 'IANA']],
  },
  {
    name: 'a time zone as an offset',
    change: site('Africa/Casablanca', '+01:00'),
    expect: [['site.yaml:11', 'timeZone', '"+01:00"', 'IANA']],
  },
  {
    name: 'no time zone',
    change: site('timeZone: "Africa/Casablanca"\n', ''),
    expect: [['site.yaml:1', 'timeZone', 'missing']],
  },
  {
    name: 'an address with a path that needs escaping',
    change: site('https://trio.example"', 'https://trio.example/żyto"'),
    expect: [['site.yaml:1', 'address', '"https://trio.example/żyto"', '/2033']],
  },
  {
    name: 'an address with a trailing slash',
    change: site('https://trio.example"', 'https://trio.example/"'),
    expect: [['site.yaml:1', 'address', '"https://trio.example/"', 'must be written']],
  },
  {
    name: 'an address without its scheme',
    change: site('"https://trio.example"', '"trio.example"'),
    expect: [['site.yaml:1', 'address', '"trio.example"', 'https://']],
  },
  {
    name: 'a name that begins with a hash and has no quotes',
    change: site('name: "Trio 2033"', 'name: #trio2033'),
    expect: [['site.yaml:2', 'name', '#', 'quotes']],
  },
  {
    name: 'no languages',
    change: site(
      'languages:\n  - code: "en"\n    name: "English"\n  - code: "ar"\n    name: "العربية"\n    dir: "rtl"\n  - code: "pt-BR"\n    name: "Português"\n',
      'languages: []\n',
    ),
    expect: [['site.yaml:3', 'languages', 'at least one language']],
  },
  {
    name: 'the languages key is missing',
    change: site(
      'languages:\n  - code: "en"\n    name: "English"\n  - code: "ar"\n    name: "العربية"\n    dir: "rtl"\n  - code: "pt-BR"\n    name: "Português"\n',
      '',
    ),
    expect: [['site.yaml:1', 'languages', 'missing']],
  },
  {
    name: 'languages given only as codes',
    change: site(
      'languages:\n  - code: "en"\n    name: "English"\n  - code: "ar"\n    name: "العربية"\n    dir: "rtl"\n  - code: "pt-BR"\n    name: "Português"\n',
      'languages:\n  - en\n  - ar\n  - pt-BR\n',
    ),
    expect: [4, 5, 6].map((line) => [`site.yaml:${line}`, 'languages', 'code: en']),
  },
  {
    name: 'a repeated language',
    change: site('  - code: "pt-BR"', '  - code: "ar"\n    name: "عربي"\n    dir: "rtl"\n  - code: "pt-BR"'),
    expect: [['site.yaml:9', 'languages', '"ar"', 'twice']],
  },
  {
    name: 'the name of a language instead of its code',
    change: site('code: "pt-BR"', 'code: "portuguese"'),
    expect: [['site.yaml:9', 'code', '"portuguese"', 'language code']],
  },
  {
    name: 'a language code in upper case',
    change: site('code: "ar"', 'code: "AR"'),
    expect: [['site.yaml:6', 'code', '"AR"', 'language code']],
  },
  {
    name: 'a language code with an underscore',
    change: site('code: "pt-BR"', 'code: "pt_BR"'),
    expect: [['site.yaml:9', 'code', '"pt_BR"', 'language code']],
  },
  {
    name: 'a language without its name',
    change: site('    name: "Português"\n', ''),
    expect: [['site.yaml:9', 'name', 'missing']],
  },
  {
    name: 'an invalid writing direction',
    change: site('dir: "rtl"', 'dir: "right"'),
    expect: [['site.yaml:8', 'dir', '"right"', 'rtl']],
  },
  {
    name: 'a right-to-left language without its direction',
    change: site('    dir: "rtl"\n', ''),
    expect: [['site.yaml:6', 'ar', 'dir: rtl']],
  },
  {
    name: 'an unknown menu item',
    change: site('  - "visit"', '  - "visiting"'),
    expect: [['site.yaml:20', 'menu', '"visiting"', 'visit']],
  },
  {
    name: 'a menu item whose page was deleted',
    change: { 'pages/visit.en.md': null },
    expect: [['site.yaml:20', 'menu', '"visit"']],
  },
  {
    name: 'a repeated menu item',
    change: site('  - "visit"', '  - "about"'),
    expect: [['site.yaml:20', 'menu', '"about"', 'twice']],
  },
  {
    name: 'a menu item as an address',
    change: site('  - "visit"', '  - "/visit/"'),
    expect: [['site.yaml:20', 'menu', '"/visit/"', 'did you mean "visit"?']],
  },
  {
    name: 'an unknown key in the settings',
    change: site('timeZone:', 'timezone:'),
    expect: [['site.yaml:11', 'timezone', 'did you mean "timeZone"?']],
  },
  {
    name: 'a repository that is not an address',
    change: site('https://code.example/trio', 'code.example/trio'),
    expect: [['site.yaml:22', 'repository', '"code.example/trio"', 'web address']],
  },
  {
    name: 'the settings are missing',
    change: { 'site.yaml': null },
    expect: [['site.yaml:1', 'missing', 'create it']],
  },
  {
    name: 'the settings are missing and another file is broken: both are reported',
    change: { 'site.yaml': null, 'fields/weaving.en.md': { replace: 'hue: 25', with: 'hue: 425' } },
    expect: [
      ['site.yaml:1', 'missing'],
      ['fields/weaving.en.md:5', 'hue', '"425"'],
    ],
  },
  {
    name: 'the settings are empty',
    change: { 'site.yaml': '' },
    expect: ['address', 'name', 'languages', 'timeZone', 'menu'].map((field) => [
      'site.yaml:1',
      `${field}:`,
      'missing',
    ]),
  },
  {
    name: 'a line of hyphens in the settings',
    change: site('timeZone:', '---\ntimeZone:'),
    expect: [['site.yaml:11', '---', 'delete']],
  },
  {
    name: 'a repeated key in the settings',
    change: site('licence: "CC-BY-4.0"', 'name: "Trio"\nlicence: "CC-BY-4.0"'),
    expect: [['site.yaml:21', '"name" is written twice']],
  },

  // sources.yaml
  {
    name: 'a source without an address',
    change: sources('  url: "https://example.org/call"\n', ''),
    expect: [['sources.yaml:1', 'call.url', 'missing']],
  },
  {
    name: 'a source with an invalid address',
    change: sources('"https://example.org/call"', '"example.org/call"'),
    expect: [['sources.yaml:4', 'call.url', '"example.org/call"', 'https://']],
  },
  {
    name: 'a source with a script as its address',
    change: sources('"https://example.org/call"', '"javascript:alert(1)"'),
    expect: [['sources.yaml:4', 'call.url', 'javascript:alert(1)']],
  },
  {
    name: 'a source with its publication date in words',
    change: sources('"2032-09-14"', '"14 September 2032"'),
    expect: [['sources.yaml:5', 'call.published', '"14 September 2032"', '2027-06']],
  },
  {
    name: 'a source that was published on a day that does not exist',
    change: sources('"2032-09-14"', '"2032-09-31"'),
    expect: [['sources.yaml:5', 'call.published', '"2032-09-31"']],
  },
  {
    name: 'a source key with upper-case letters and spaces',
    change: sources('valley-line:', 'Valley Line:'),
    expect: [['sources.yaml:11', '"Valley Line"', 'lower-case letters']],
  },
  {
    name: 'an unknown key in a source',
    change: sources('publisher: "Trio Office"', 'publisher: "Trio Office"\n  author: "Somebody"'),
    expect: [['sources.yaml:4', 'call.author', 'there is no field "author"']],
  },
  {
    name: 'a misspelt key in a source',
    change: sources('publisher: "Trio Office"', 'publsher: "Trio Office"'),
    expect: [['sources.yaml:3', 'publsher', 'did you mean "publisher"?']],
  },
  {
    name: 'a repeated source',
    change: sources('valley-line:', 'call:'),
    expect: [['sources.yaml:11', '"call" is written twice']],
  },
  {
    name: 'a source given only as an address',
    change: {
      'sources.yaml': {
        replace:
          'valley-line:\n  title: "Timetable of the valley line"\n  publisher: "Valley Railways"\n  url: "https://example.org/railways/timetable"\n  published: "2033"\n',
        with: 'valley-line: "https://example.org/railways/timetable"\n',
      },
    },
    expect: [['sources.yaml:11', 'valley-line', 'title', 'url']],
  },
  {
    name: 'a source with the key __proto__',
    change: sources('valley-line:', '__proto__:\n  title: "A"\nvalley-line:'),
    expect: [['sources.yaml:11', '__proto__']],
  },
  {
    name: 'a source title with a colon but without quotes',
    change: sources('"Timetable of the valley line"', 'Timetable: the valley line'),
    expect: [['sources.yaml:12', 'colon', 'quotes']],
  },
  {
    name: 'the bibliography is missing',
    change: { 'sources.yaml': null },
    expect: [['sources.yaml:1', 'missing', 'create it']],
  },
  {
    name: 'the bibliography is not UTF-8',
    change: { 'sources.yaml': Buffer.from('call:\n  title: "Appel \u00e0 tous"\n', 'latin1') },
    expect: [['sources.yaml:1', 'UTF-8']],
  },

  // redirects.yaml
  {
    name: 'a redirect to a page that does not exist',
    change: { 'redirects.yaml': '"/old/lanterns/": "/events/lanterns/"\n' },
    expect: [['redirects.yaml:1', '"/events/lanterns/"', 'did you mean "/events/lantern/"?']],
  },
  {
    name: 'a redirect whose target lacks its trailing slash',
    change: { 'redirects.yaml': '"/old/lanterns/": "/events/lantern"\n' },
    expect: [['redirects.yaml:1', '"/events/lantern"', '/events/lantern/']],
  },
  {
    name: 'a redirect to a heading that does not exist',
    change: { 'redirects.yaml': '"/old/lanterns/": "/events/lantern/#order"\n' },
    expect: [['redirects.yaml:1', '#order']],
  },
  {
    name: 'a redirect loop',
    change: { 'redirects.yaml': '"/old/a/": "/old/b/"\n"/old/b/": "/old/c/"\n"/old/c/": "/old/a/"\n' },
    expect: [
      ['redirects.yaml:1', '"/old/a/"', 'loop'],
      ['redirects.yaml:2', '"/old/b/"', 'loop'],
      ['redirects.yaml:3', '"/old/c/"', 'loop'],
    ],
  },
  {
    name: 'a redirect to itself',
    change: { 'redirects.yaml': '"/old/a/": "/old/a/"\n' },
    expect: [['redirects.yaml:1', '"/old/a/"', 'loop']],
  },
  {
    name: 'a redirect into a loop of other redirects',
    change: { 'redirects.yaml': '"/old/a/": "/old/b/"\n"/old/b/": "/old/c/"\n"/old/c/": "/old/b/"\n' },
    expect: [
      ['redirects.yaml:1', '/old/'],
      ['redirects.yaml:2', 'loop'],
      ['redirects.yaml:3', 'loop'],
    ],
  },
  {
    name: 'a redirect to a redirect',
    change: { 'redirects.yaml': '"/old/a/": "/old/b/"\n"/old/b/": "/events/lantern/"\n' },
    expect: [['redirects.yaml:1', '"/old/b/"', 'itself redirected', 'final address']],
  },
  {
    name: 'a redirect from a page that exists',
    change: { 'redirects.yaml': '"/events/lantern/": "/events/panel-market/"\n' },
    expect: [['redirects.yaml:1', '"/events/lantern/" still has a page']],
  },
  {
    name: 'a redirect from a section',
    change: { 'redirects.yaml': '"/network/": "/fields/"\n' },
    expect: [['redirects.yaml:1', '"/network/" still has a page']],
  },
  {
    name: 'a redirect from a section whose page has no file',
    change: { 'redirects.yaml': '"/data/": "/sources/"\n' },
    expect: [['redirects.yaml:1', '"/data/"']],
  },
  {
    name: 'a redirect from a page in another language',
    change: { 'redirects.yaml': '"/ar/events/lantern/": "/events/panel-market/"\n' },
    expect: [['redirects.yaml:1', '"/ar/events/lantern/"']],
  },
  {
    name: 'an old address without slashes',
    change: { 'redirects.yaml': 'old: "/events/lantern/"\n' },
    expect: [['redirects.yaml:1', '"old"', 'slash at each end']],
  },
  {
    name: 'an old address with its origin',
    change: { 'redirects.yaml': '"https://trio.example/old/": "/events/lantern/"\n' },
    expect: [['redirects.yaml:1', '"https://trio.example/old/"', 'from its root']],
  },
  {
    name: 'a repeated old address',
    change: { 'redirects.yaml': '"/old/": "/events/lantern/"\n"/old/": "/events/panel-market/"\n' },
    expect: [['redirects.yaml:2', '"/old/" is written twice']],
  },
  {
    name: 'an old address with two new ones',
    change: { 'redirects.yaml': '"/old/":\n  - "/events/lantern/"\n  - "/events/panel-market/"\n' },
    expect: [['redirects.yaml:1', 'single text']],
  },
  {
    name: 'an old address without a new one',
    change: { 'redirects.yaml': '"/old/":\n' },
    expect: [['redirects.yaml:1', '/old/', 'empty']],
  },
  {
    name: 'redirects as a list of lines',
    change: { 'redirects.yaml': '- /old/ /events/lantern/\n' },
    expect: [['redirects.yaml:1', '/old/']],
  },
  {
    name: 'a line of hyphens, after which YAML would stop reading',
    change: { 'redirects.yaml': '"/old/lanterns/": "/events/lantern/"\n---\n"/older/": "/visit/"\n' },
    expect: [['redirects.yaml:2', '---', 'delete']],
  },
  {
    name: 'a redirect to a script',
    change: { 'redirects.yaml': '"/old/": "javascript:alert(1)"\n' },
    expect: [['redirects.yaml:1', 'javascript:alert(1)']],
  },
];
