import type { ContentError } from './copy-with-changes.ts';

/** Several broken files at once: one run must report all their problems. */
export const cases: ContentError[] = [
  {
    name: 'six files in six collections, each with a different mistake',
    change: {
      'events/lantern.en.md': { replace: 'title: "Night of Lanterns"\n', with: '' },
      'fields/weaving.en.md': { replace: 'motif: "weft"', with: 'motif: "wefts"' },
      'host-cities/dar-nakhla.en.md': { replace: 'since: 2021', with: 'since: soon' },
      'pages/visit.en.md': { replace: '## On foot', with: '#### On foot' },
      'sessions/opening-round.en.md': { replace: 'ends: "2033-03-01 11:00"', with: 'ends: "2033-03-01 08:00"' },
      'venues/cistern-hall.en.md': { replace: '  - "lamp-ledger"', with: '  - "lamp-leger"' },
    },
    expect: [
      ['events/lantern.en.md:2', 'title', 'missing'],
      ['fields/weaving.en.md:7', '"wefts"', 'did you mean "weft"?'],
      ['host-cities/dar-nakhla.en.md:6', '"soon"'],
      ['pages/visit.en.md:13', 'skips a level'],
      ['sessions/opening-round.en.md:5', 'before the start'],
      ['venues/cistern-hall.en.md:12', '"lamp-leger"'],
    ],
  },
  {
    name: 'six files that cannot be read at all',
    change: {
      'events/lantern.en.md': '',
      'events/panel-market.en.md': { replace: 'title: "Panel Market"', with: 'title: Panels: a market' },
      'fields/comics.en.md': { replace: '---\ntitle', with: 'title' },
      'host-cities/bir-salwan.en.md': { replace: '  lat:', with: '\tlat:' },
      'past-hosts/sandhaven-2034.en.md': Buffer.from('---\ntitle: "\u00c9t\u00e9"\n---\n', 'latin1'),
      'sources.yaml': { replace: 'call:\n', with: 'call:\ncall:\n' },
    },
    expect: [
      ['events/lantern.en.md:1', 'empty'],
      ['events/panel-market.en.md:2', 'colon'],
      ['fields/comics.en.md:1', 'must begin with'],
      ['host-cities/bir-salwan.en.md:8', 'tab'],
      ['past-hosts/sandhaven-2034.en.md:1', 'UTF-8'],
      ['sources.yaml:2', '"call" is written twice'],
    ],
  },
  {
    name: 'all six settings files',
    change: {
      'site.yaml': { replace: '  - "visit"', with: '  - "visitt"' },
      'sources.yaml': { replace: '"2032-09-14"', with: '"last year"' },
      'redirects.yaml': '"/old/": "/older/"\n',
      'member-cities.csv': { replace: '31.6204', with: 'north' },
      'interface/en.yaml': { replace: '"Took place on {dates}"', with: '"Took place on {when}"' },
      'interface/ar.yaml': { replace: '  dark: "ليلي"', with: '  drak: "ليلي"' },
    },
    expect: [
      ['site.yaml:20', '"visitt"', 'did you mean "visit"?'],
      ['sources.yaml:5', '"last year"'],
      ['redirects.yaml:1', '"/older/"'],
      ['member-cities.csv:3', '"north"'],
      ['interface/en.yaml at after: "Took place on {when}"', '{when}'],
      ['interface/ar.yaml at drak: "ليلي"', '"theme.drak"', 'did you mean "theme.dark"?'],
    ],
  },
  {
    name: 'files with bad names, links and facts in translations',
    change: {
      'events/Lantern Parade.en.md': 'x',
      'events/lantern.ar.md': { replace: 'organisers:\n', with: 'admission: "free"\norganisers:\n' },
      'host-cities/tizrouane.ar.md': { replace: '/venues/cistern-hall/', with: '/ar/venues/cistern-hall/' },
      'meeting.pt-BR.md': { replace: '/events/lantern/', with: '/eventos/lantern/' },
      'evnts/x.en.md': 'x',
      'pages/data.en.md': '---\ntitle: "Data"\nsummary: "All the data of the meeting of 2033 in one place."\n---\n',
    },
    expect: [
      ['events/Lantern Parade.en.md:1', 'lower-case letters'],
      ['events/lantern.ar.md:4', 'default language'],
      ['host-cities/tizrouane.ar.md:8', 'names the language'],
      ['meeting.pt-BR.md:14', '"/eventos/lantern/"', 'did you mean "/events/lantern/"?'],
      ['evnts/x.en.md:1', 'did you mean "events"?'],
      ['pages/data.en.md:1', 'uses the address'],
    ],
  },
  {
    name: 'five mistakes in one file',
    change: {
      'events/lantern.en.md': {
        replace:
          'venue: "cistern-hall"\nstarts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"\nadmission: "ticketed"\nwebsite: "https://',
        with: 'venu: "cistern-hall"\nstarts: "2033-03-32 22:00"\nends: "2033-03-03 1:30"\nadmission: "paid"\nwebsite: "http//',
      },
    },
    expect: [
      ['events/lantern.en.md:11', 'did you mean "venue"?'],
      ['events/lantern.en.md:12', '"2033-03-32 22:00"'],
      ['events/lantern.en.md:13', '"2033-03-03 1:30"'],
      ['events/lantern.en.md:14', '"paid"'],
      ['events/lantern.en.md:15', 'http//lantern.example/night'],
    ],
  },
];
