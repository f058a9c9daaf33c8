import type { ContentError } from './copy-with-changes.ts';

const tizrouane = 'host-cities/tizrouane.en.md';
const lantern = 'events/lantern.en.md';
const inTizrouane = (replace: string, text: string): ContentError['change'] => ({
  [tizrouane]: { replace, with: text },
});

export const cases: ContentError[] = [
  // Countries
  {
    name: 'a common country code that is not in ISO 3166-1',
    change: inTizrouane('country: "MA"', 'country: "UK"'),
    expect: [[`${tizrouane}:6`, 'country', '"UK"', 'GB']],
  },
  {
    name: 'an unassigned country code',
    change: inTizrouane('country: "MA"', 'country: "XX"'),
    expect: [[`${tizrouane}:6`, 'country', '"XX"', 'ISO 3166-1']],
  },
  {
    name: 'the code of a former country',
    change: inTizrouane('country: "MA"', 'country: "YU"'),
    expect: [[`${tizrouane}:6`, 'country', '"YU"', 'ISO 3166-1']],
  },
  {
    name: 'the code of a union of countries',
    change: inTizrouane('country: "MA"', 'country: "EU"'),
    expect: [[`${tizrouane}:6`, 'country', '"EU"', 'ISO 3166-1']],
  },
  {
    name: 'a country code in lower case',
    change: inTizrouane('country: "MA"', 'country: "ma"'),
    expect: [[`${tizrouane}:6`, 'country', '"ma"', 'capital letters']],
  },
  {
    name: 'the name of a country instead of its code',
    change: inTizrouane('country: "MA"', 'country: "Morocco"'),
    expect: [[`${tizrouane}:6`, 'country', '"Morocco"', 'two capital letters']],
  },
  {
    name: 'the country code of a further host is invalid',
    change: { 'past-hosts/porto-azul-2032.en.md': { replace: '    country: "PT"', with: '    country: "PX"' } },
    expect: [['past-hosts/porto-azul-2032.en.md:17', 'with.1.country', '"PX"']],
  },

  // Numbers
  {
    name: 'a latitude out of range',
    change: inTizrouane('lat: 33.4312', 'lat: 95'),
    expect: [[`${tizrouane}:10`, 'location.lat', '"95"', '-90 to 90']],
  },
  {
    name: 'a longitude out of range',
    change: inTizrouane('lon: -5.1187', 'lon: -195.1187'),
    expect: [[`${tizrouane}:11`, 'location.lon', '"-195.1187"', '-180 to 180']],
  },
  {
    name: 'a latitude with a comma',
    change: inTizrouane('lat: 33.4312', 'lat: 33,4312'),
    expect: [[`${tizrouane}:10`, 'location.lat', '"33,4312"', 'point']],
  },
  {
    name: 'a latitude in degrees and minutes',
    change: inTizrouane('lat: 33.4312', 'lat: 33°25′52″N'),
    expect: [[`${tizrouane}:10`, 'location.lat', '33°25′52″N', '48.8566']],
  },
  {
    name: 'a place as a text',
    change: inTizrouane('location:\n  lat: 33.4312\n  lon: -5.1187', 'location: "33.4312, -5.1187"'),
    expect: [[`${tizrouane}:9`, 'location', '{ lat:']],
  },
  {
    name: 'a place as a list',
    change: inTizrouane('location:\n  lat: 33.4312\n  lon: -5.1187', 'location: [33.4312, -5.1187]'),
    expect: [[`${tizrouane}:9`, 'location', '{ lat:']],
  },
  {
    name: 'a hue out of range',
    change: { 'fields/weaving.en.md': { replace: 'hue: 25', with: 'hue: 400' } },
    expect: [['fields/weaving.en.md:5', 'hue', '"400"', '360']],
  },
  {
    name: 'a chroma out of range',
    change: { 'fields/weaving.en.md': { replace: 'chroma: 0.1', with: 'chroma: 10' } },
    expect: [['fields/weaving.en.md:6', 'chroma', '"10"', '0.4']],
  },
  {
    name: 'a colour instead of a hue',
    change: { 'fields/weaving.en.md': { replace: 'hue: 25', with: 'hue: "#ff8800"' } },
    expect: [['fields/weaving.en.md:5', 'hue', '"#ff8800"', 'degrees']],
  },
  {
    name: 'a negative population',
    change: inTizrouane('population: 61300', 'population: -61300'),
    expect: [[`${tizrouane}:12`, 'population', '"-61300"', 'whole number']],
  },
  {
    name: 'a population with a comma',
    change: inTizrouane('population: 61300', 'population: 61,300'),
    expect: [[`${tizrouane}:12`, 'population', '"61,300"', 'whole number']],
  },
  {
    name: 'a population in words',
    change: inTizrouane('population: 61300', 'population: about 61300'),
    expect: [[`${tizrouane}:12`, 'population', '"about 61300"', 'whole number']],
  },
  {
    name: 'a year before the network existed',
    change: inTizrouane('since: 2017', 'since: 1917'),
    expect: [[`${tizrouane}:8`, 'since', '"1917"', '2004']],
  },
  {
    name: 'the number of a meeting in Roman numerals',
    change: { 'meeting.en.md': { replace: 'edition: 27', with: 'edition: XXVII' } },
    expect: [['meeting.en.md:10', 'edition', '"XXVII"', 'whole number']],
  },
  {
    name: 'a fraction as the order of a field',
    change: { 'fields/weaving.en.md': { replace: 'order: 1', with: 'order: 1.5' } },
    expect: [['fields/weaving.en.md:4', 'order', '"1.5"', 'whole number']],
  },
  {
    name: 'an attendance as a word',
    change: { 'past-hosts/porto-azul-2032.en.md': { replace: 'delegates: 410', with: 'delegates: many' } },
    expect: [['past-hosts/porto-azul-2032.en.md:24', 'attendance.delegates', '"many"', 'whole number']],
  },
  {
    name: 'an unknown key of an attendance',
    change: { 'past-hosts/porto-azul-2032.en.md': { replace: '  cities: 190', with: '  towns: 190' } },
    expect: [['past-hosts/porto-azul-2032.en.md:25', 'towns', 'cities']],
  },
  {
    name: 'an attendance as one number',
    change: {
      'past-hosts/porto-azul-2032.en.md': {
        replace: 'attendance:\n  delegates: 410\n  cities: 190',
        with: 'attendance: 410',
      },
    },
    expect: [['past-hosts/porto-azul-2032.en.md:23', 'attendance', 'delegates:']],
  },
  {
    name: 'a distance with its unit',
    change: { 'meeting.en.md': { replace: 'km: 142.5', with: 'km: "142.5 km"' } },
    expect: [['meeting.en.md:22', 'transfers.1.km', '"142.5 km"', 'number']],
  },

  // Choices, lists, texts, addresses
  {
    name: 'a misspelt admission',
    change: { [lantern]: { replace: '"ticketed"', with: '"tickted"' } },
    expect: [[`${lantern}:14`, 'admission', '"tickted"', 'did you mean "ticketed"?']],
  },
  {
    name: 'an admission that is not one of the choices',
    change: { [lantern]: { replace: '"ticketed"', with: '"invitation"' } },
    expect: [[`${lantern}:14`, 'admission', '"invitation"', 'use one of: free, ticketed']],
  },
  {
    name: 'an audience that is not one of the choices',
    change: { 'sessions/open-still.en.md': { replace: 'audience: "public"', with: 'audience: "everybody"' } },
    expect: [['sessions/open-still.en.md:7', 'audience', '"everybody"', 'delegates, public']],
  },
  {
    name: 'a misspelt status',
    change: { 'past-hosts/sandhaven-2034.en.md': { replace: '"announced"', with: '"anounced"' } },
    expect: [['past-hosts/sandhaven-2034.en.md:14', 'status', '"anounced"', 'did you mean "announced"?']],
  },
  {
    name: 'an unknown motif',
    change: { 'fields/weaving.en.md': { replace: '"weft"', with: '"threads"' } },
    expect: [['fields/weaving.en.md:7', 'motif', '"threads"', 'weft']],
  },
  {
    name: 'an inferred fact that cannot be inferred',
    change: { 'past-hosts/sandhaven-2034.en.md': { replace: '  - "edition"', with: '  - "editions"' } },
    expect: [['past-hosts/sandhaven-2034.en.md:13', 'inferred', '"editions"', 'did you mean "edition"?']],
  },
  {
    name: 'a repeated list item',
    change: { [lantern]: { replace: '  - "gardens"', with: '  - "weaving"' } },
    expect: [[`${lantern}:10`, 'fields', '"weaving"', 'twice']],
  },
  {
    name: 'a list is empty',
    change: { [lantern]: { replace: 'fields:\n  - "weaving"\n  - "gardens"', with: 'fields: []' } },
    expect: [[`${lantern}:8`, 'fields', 'list is empty']],
  },
  {
    name: 'an item of a list is empty',
    change: { [lantern]: { replace: '  - "gardens"', with: '  -' } },
    expect: [[`${lantern}:10`, 'fields', 'empty']],
  },
  {
    name: 'a text instead of a list',
    change: { [lantern]: { replace: 'fields:\n  - "weaving"\n  - "gardens"', with: 'fields: weaving' } },
    expect: [[`${lantern}:8`, 'fields', 'must be a list']],
  },
  {
    name: 'a text instead of a list of groups',
    change: {
      'meeting.en.md': {
        replace:
          'transfers:\n  - from: "tizrouane"\n    to: "bir-salwan"\n    km: 142.5\n    minutes: 118\n    by: "train"\n    source: "valley-line"',
        with: 'transfers: "by train"',
      },
    },
    expect: [['meeting.en.md:19', 'transfers', 'must be a list']],
  },
  {
    name: 'a group instead of a list of groups',
    change: {
      'meeting.en.md': { replace: '  - from: "tizrouane"', with: '    from: "tizrouane"' },
    },
    expect: [['meeting.en.md:19', 'transfers', 'must be a list']],
  },
  {
    name: 'a text instead of a group in a list',
    change: {
      'past-hosts/porto-azul-2032.en.md': {
        replace:
          '  - name: "Vila Clara"\n    country: "PT"\n    location:\n      lat: 38.2043\n      lon: -8.4911\n    field: "gardens"\n    since: 2021',
        with: '  - "Vila Clara"',
      },
    },
    expect: [['past-hosts/porto-azul-2032.en.md:16', 'with', 'name:']],
  },
  {
    name: 'a list instead of a text',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '["Night", "Lanterns"]' } },
    expect: [[`${lantern}:2`, 'title', 'single text']],
  },
  {
    name: 'a list instead of a slug',
    change: { 'events/panel-market.en.md': { replace: 'city: "bir-salwan"', with: 'city: ["bir-salwan"]' } },
    expect: [['events/panel-market.en.md:6', 'city', 'single']],
  },
  {
    name: 'a group instead of a text',
    change: { [lantern]: { replace: '"Night of Lanterns"', with: '{ en: "Night of Lanterns" }' } },
    expect: [[`${lantern}:2`, 'title', 'single text']],
  },
  {
    name: 'a website without its scheme',
    change: { [lantern]: { replace: '"https://lantern.example/night"', with: '"lantern.example/night"' } },
    expect: [[`${lantern}:15`, 'website', '"lantern.example/night"', 'https://']],
  },
  {
    name: 'a website that is a script',
    change: { [lantern]: { replace: '"https://lantern.example/night"', with: '"javascript:alert(1)"' } },
    expect: [[`${lantern}:15`, 'website', '"javascript:alert(1)"', 'https://']],
  },
  {
    name: 'a website with a space',
    change: { [lantern]: { replace: 'https://lantern.example/night', with: 'https://lantern.example/the night' } },
    expect: [[`${lantern}:15`, 'website', 'the night', 'web address']],
  },

  // Places
  {
    name: 'a host city whose coordinates are in another country',
    change: inTizrouane('lat: 33.4312\n  lon: -5.1187', 'lat: 50.0617\n  lon: 19.9373'),
    expect: [[`${tizrouane}:9`, 'outside', 'MA']],
  },
  {
    name: 'a host city with latitude and longitude swapped',
    change: inTizrouane('lat: 33.4312\n  lon: -5.1187', 'lat: -5.1187\n  lon: 33.4312'),
    expect: [[`${tizrouane}:9`, 'outside', 'MA']],
  },
  {
    name: 'a past host with a missing minus sign',
    change: { 'past-hosts/sandhaven-2034.en.md': { replace: 'lat: -41.4127', with: 'lat: 41.4127' } },
    expect: [['past-hosts/sandhaven-2034.en.md:7', 'outside', 'NZ']],
  },
  {
    name: 'a further host whose coordinates are in another country',
    change: { 'past-hosts/porto-azul-2032.en.md': { replace: 'lon: -8.4911', with: 'lon: 8.4911' } },
    expect: [['past-hosts/porto-azul-2032.en.md:18', 'with.1', 'outside', 'PT']],
  },
  {
    name: 'a venue whose coordinates are outside its city’s country',
    change: { 'venues/cistern-hall.en.md': { replace: 'lon: -5.1172', with: 'lon: 5.1172' } },
    expect: [['venues/cistern-hall.en.md:8', 'outside', 'MA']],
  },
  {
    name: 'a member city whose coordinates are in another country',
    change: { 'member-cities.csv': { replace: '37.8821,-8.7016', with: '50.0617,19.9373' } },
    expect: [['member-cities.csv:5', 'outside', 'PT']],
  },
];
