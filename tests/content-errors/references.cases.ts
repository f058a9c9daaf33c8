import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
const market = 'events/panel-market.en.md';

export const cases: ContentError[] = [
  {
    name: 'an unknown city',
    change: { [market]: { replace: 'city: "bir-salwan"', with: 'city: "bir-salvan"' } },
    expect: [[`${market}:6`, 'city', '"bir-salvan"', 'did you mean "bir-salwan"?']],
  },
  {
    name: 'an unknown city with no similar name',
    change: { [market]: { replace: 'city: "bir-salwan"', with: 'city: "casablanca"' } },
    expect: [[`${market}:6`, '"casablanca"', 'use one of: bir-salwan, dar-nakhla, tizrouane']],
  },
  {
    name: 'the name of a city instead of its slug',
    change: { [market]: { replace: 'city: "bir-salwan"', with: 'city: "Bir Salwan"' } },
    expect: [[`${market}:6`, 'city', '"Bir Salwan"', 'lower-case letters']],
  },
  {
    name: 'curly quotes around a slug',
    change: { [market]: { replace: 'city: "bir-salwan"', with: 'city: “bir-salwan”' } },
    expect: [[`${market}:6`, 'city', '“bir-salwan”']],
  },
  {
    name: 'an unknown venue',
    change: { [lantern]: { replace: 'venue: "cistern-hall"', with: 'venue: "cistern-hal"' } },
    expect: [[`${lantern}:11`, 'venue', '"cistern-hal"', 'did you mean "cistern-hall"?']],
  },
  {
    name: 'a venue whose file was deleted',
    change: { 'venues/cistern-hall.en.md': null },
    expect: [
      [`${lantern}:11`, 'venue', '"cistern-hall"'],
      ['sessions/opening-round.en.md:7', 'venue', '"cistern-hall"'],
      ['host-cities/tizrouane.en.md:18', '/venues/cistern-hall/'],
      ['host-cities/tizrouane.ar.md:8', '/venues/cistern-hall/'],
      ['pages/visit.en.md:15', '/venues/cistern-hall/'],
    ],
  },
  {
    name: 'a venue in a different city from its event',
    change: { [lantern]: { replace: 'venue: "cistern-hall"', with: 'city: "dar-nakhla"\nvenue: "cistern-hall"' } },
    expect: [[`${lantern}:12`, 'venue', '"tizrouane"', '"dar-nakhla"']],
  },
  {
    name: 'a venue in a different city from its session',
    change: {
      'sessions/open-still.en.md': { replace: 'city: "dar-nakhla"', with: 'city: "dar-nakhla"\nvenue: "cistern-hall"' },
    },
    expect: [['sessions/open-still.en.md:9', 'venue', '"tizrouane"', '"dar-nakhla"']],
  },
  {
    name: 'the city of a venue is unknown',
    change: { 'venues/cistern-hall.en.md': { replace: 'city: "tizrouane"', with: 'city: "tizruane"' } },
    expect: [['venues/cistern-hall.en.md:6', 'city', '"tizruane"', 'did you mean "tizrouane"?']],
  },
  {
    name: 'an unknown creative field in a list',
    change: { [lantern]: { replace: '  - "gardens"', with: '  - "gardening"' } },
    expect: [[`${lantern}:10`, 'fields', '"gardening"', 'gardens']],
  },
  {
    name: 'the creative field of a city is unknown',
    change: { 'host-cities/dar-nakhla.en.md': { replace: 'field: "perfume"', with: 'field: "perfumes"' } },
    expect: [['host-cities/dar-nakhla.en.md:5', 'field', '"perfumes"', 'did you mean "perfume"?']],
  },
  {
    name: 'the creative field of a further host is unknown',
    change: { 'past-hosts/porto-azul-2032.en.md': { replace: '    field: "gardens"', with: '    field: "garden"' } },
    expect: [['past-hosts/porto-azul-2032.en.md:21', 'field', '"garden"', 'did you mean "gardens"?']],
  },
  {
    name: 'an unknown source',
    change: { [lantern]: { replace: '  - "lamp-ledger"', with: '  - "lamp-leger"' } },
    expect: [[`${lantern}:18`, 'sources', '"lamp-leger"', 'did you mean "lamp-ledger"?']],
  },
  {
    name: 'a source that was deleted from the bibliography',
    change: {
      'sources.yaml': {
        replace: 'lamp-ledger:\n  title: "The ledger of the lamp makers"\n',
        with: 'lamp-book:\n  title: "The ledger of the lamp makers"\n',
      },
    },
    expect: [
      [`${lantern}:18`, 'sources', '"lamp-ledger"', 'lamp-book'],
      [`${lantern}:21`, '[^lamp-ledger]'],
      ['venues/cistern-hall.en.md:12', 'sources', '"lamp-ledger"'],
      ['events/lantern.ar.md:10', '[^lamp-ledger]'],
    ],
  },
  {
    name: 'a source named like a property of every JavaScript object',
    change: { [lantern]: { replace: '  - "lamp-ledger"', with: '  - "constructor"' } },
    expect: [[`${lantern}:18`, 'sources', '"constructor"']],
  },
  {
    name: 'an unknown host',
    change: { 'meeting.en.md': { replace: '  - "dar-nakhla"', with: '  - "dar-nakla"' } },
    expect: [['meeting.en.md:15', 'hosts', '"dar-nakla"', 'did you mean "dar-nakhla"?']],
  },
  {
    name: 'a repeated host',
    change: { 'meeting.en.md': { replace: '  - "bir-salwan"', with: '  - "tizrouane"' } },
    expect: [['meeting.en.md:16', 'hosts', '"tizrouane"', 'twice']],
  },
  {
    name: 'a transfer to an unknown city',
    change: { 'meeting.en.md': { replace: 'to: "bir-salwan"', with: 'to: "porto-azul"' } },
    expect: [['meeting.en.md:21', 'transfers', '"porto-azul"']],
  },
  {
    name: 'a transfer from an unknown city',
    change: { 'meeting.en.md': { replace: 'from: "tizrouane"', with: 'from: "tizruan"' } },
    expect: [['meeting.en.md:20', 'transfers', '"tizruan"', 'did you mean "tizrouane"?']],
  },
  {
    name: 'a transfer from a city to itself',
    change: { 'meeting.en.md': { replace: 'to: "bir-salwan"', with: 'to: "tizrouane"' } },
    expect: [['meeting.en.md:21', 'transfers', '"tizrouane"']],
  },
  {
    name: 'a transfer by an unknown means of transport',
    change: { 'meeting.en.md': { replace: 'by: "train"', with: 'by: "rail"' } },
    expect: [['meeting.en.md:24', 'transfers.1.by', '"rail"', 'train']],
  },
  {
    name: 'the source of a transfer is unknown',
    change: { 'meeting.en.md': { replace: 'source: "valley-line"', with: 'source: "valleyline"' } },
    expect: [['meeting.en.md:25', 'transfers', '"valleyline"', 'did you mean "valley-line"?']],
  },
  {
    name: 'the source of a report is unknown',
    change: {
      'meeting.en.md': {
        replace: 'transfers:\n',
        with: 'reports:\n  - source: "call"\n    delegates: 300\n  - source: "cal"\n    delegates: 350\ntransfers:\n',
      },
    },
    expect: [['meeting.en.md:22', 'reports', '"cal"', 'did you mean "call"?']],
  },
  {
    name: 'a report without its source',
    change: { 'meeting.en.md': { replace: 'transfers:\n', with: 'reports:\n  - delegates: 300\ntransfers:\n' } },
    expect: [['meeting.en.md:20', 'reports.1.source', 'missing']],
  },
  {
    name: 'a fact that is marked as inferred but missing',
    change: {
      'past-hosts/sandhaven-2034.en.md': { replace: '  - "edition"', with: '  - "edition"\n  - "attendance"' },
    },
    expect: [['past-hosts/sandhaven-2034.en.md:14', 'inferred', '"attendance"']],
  },
  {
    name: 'a fact that is listed as unknown but has a value',
    change: {
      'events/lantern.en.md': { replace: 'starts:', with: 'unknown:\n  - "price"\n  - "starts"\n  - "time"\nstarts:' },
    },
    expect: [
      ['events/lantern.en.md at - "starts"', 'unknown', '"starts"'],
      ['events/lantern.en.md at - "time"', 'unknown', '"time"'],
    ],
  },
  {
    name: 'a past meeting with the same number as this one',
    change: { 'past-hosts/porto-azul-2032.en.md': { replace: 'edition: 26', with: 'edition: 27' } },
    expect: [['past-hosts/porto-azul-2032.en.md:5', 'edition', '27']],
  },

  // Facts without a source
  {
    name: 'a field without sources',
    change: { 'fields/comics.en.md': { replace: 'sources:\n  - "call"\n', with: '' } },
    expect: [['fields/comics.en.md:2', 'sources', 'missing']],
  },
  {
    name: 'an empty list of sources',
    change: { 'fields/comics.en.md': { replace: 'sources:\n  - "call"\n', with: 'sources: []\n' } },
    expect: [['fields/comics.en.md:8', 'sources', 'list is empty']],
  },
  {
    name: 'the table of cities without sources',
    change: { 'site.yaml': { replace: 'citySources:\n  - "call"\n', with: '' } },
    expect: [['member-cities.csv:1', 'citySources', 'site.yaml']],
  },
  {
    name: 'the table of cities with an unknown source',
    change: { 'site.yaml': { replace: 'citySources:\n  - "call"', with: 'citySources:\n  - "cal"' } },
    expect: [['site.yaml at "cal"', 'citySources', '"cal"', 'did you mean "call"?']],
  },
];
