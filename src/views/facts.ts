/**
 * The facts of an entry as labels and values. Unknown facts are left out, except the date and place of an event, which
 * are shown as unknown.
 */
import { formatDays } from '../calendar/dates-and-times.ts';
import { countryName, listOf, numberIn, meetingNumber } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { typeset } from '../i18n/typography.ts';
import type { Entry } from '../model/edition.ts';
import { cityOf, entryOf, takesPlace, venueOf, type Item } from '../model/items.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';
import type { UnknownKey } from '../model/schema/unknown.ts';
import {
  aliases,
  attendanceValues,
  coordinates,
  fieldValues,
  priceIn,
  reference,
  titleInNetwork,
  website,
  wordValues,
  zoneOf,
  type Value,
} from './fact-values.ts';
import { hostsOf } from './meeting.ts';
import { entriesInNews } from './news.ts';
import { whenOf } from './when.ts';

export interface Fact {
  label: string;
  values: Value[];
  /** Left out of the search index, because nobody searches for it or, like aliases, it is indexed separately. */
  unsearched?: boolean;
}

const unsearched: readonly InterfaceWord[] = [
  'facts.aliases',
  'facts.audience',
  'facts.coordinates',
  'facts.population',
  'facts.tickets',
  'plans.online',
  'facts.to-be-announced',
  'facts.unknown',
  'facts.website',
];

/** Drops facts without a value. */
function facts(page: PageContext, rows: [InterfaceWord, (Value | string | undefined)[] | undefined][]): Fact[] {
  return rows.flatMap(([word, given]) => {
    const values = (given ?? []).flatMap((value) =>
      value === undefined ? [] : [typeof value === 'string' ? { text: value } : value],
    );
    if (values.length === 0) return [];
    return [{ label: page.t(word, { count: values.length }), values, unsearched: unsearched.includes(word) }];
  });
}

/** The unknown facts in one line, which for future items says that they are to be announced. */
const unknown = (
  page: PageContext,
  keys: readonly UnknownKey[] | undefined,
  isComing: boolean,
): [InterfaceWord, string[] | undefined] => [
  isComing ? 'facts.to-be-announced' : 'facts.unknown',
  keys && [
    typeset(
      page.lang,
      listOf(
        page.lang,
        keys.map((key) => page.t(`unknown.${key}`)),
      ),
    ),
  ],
];

/** How to take part, if the event takes place. */
const takingPart = (page: PageContext, entry: Item | Entry<'meeting'>): [InterfaceWord, (Value | undefined)[]][] => {
  const { online, tickets, price } = takesPlace(entry) ? entry.facts : {};
  return [
    ['plans.online', [website(online)]],
    ['facts.price', [price && { text: priceIn(page.lang, price) }]],
    ['facts.tickets', [website(tickets)]],
  ];
};

/** The label of the date, or of the planned date if the event doesn't take place. */
const whenWord = (entry: Item | Entry<'meeting'>): InterfaceWord =>
  takesPlace(entry) ? 'facts.when' : 'facts.planned';

/** The facts of an event or session. @param isComing true until the meeting is over */
export function itemFacts(page: PageContext, item: Item, isComing = false): Fact[] {
  const { facts: own } = item;
  const venue = venueOf(page.edition, own.venue);
  const city = cityOf(page.edition, item);
  return facts(page, [
    [whenWord(item), [whenOf(page, own.starts, own.ends), zoneOf(page, item)]],
    ['facts.venue', [reference(page, venue)]],
    ['facts.city', [city ? reference(page, city) : own.online ? undefined : page.t('time.unknown-place')]],
    ['facts.audience', 'audience' in own ? [page.t(`audience.${own.audience}`)] : [page.t('audience.public')]],
    ['facts.admission', 'admission' in own && own.admission ? [page.t(`admission.${own.admission}`)] : undefined],
    ...takingPart(page, item),
    ['facts.organisers', wordValues(page, item, 'organisers')],
    ['facts.fields', fieldValues(page, own.fields)],
    ['facts.website', 'website' in own ? [website(own.website)] : undefined],
    unknown(page, own.unknown, isComing),
  ]);
}

export function newsFacts(page: PageContext, news: Entry<'news'>): Fact[] {
  return facts(page, [
    ['facts.date', [whenOf(page, news.facts.date, undefined)]],
    ['facts.about', entriesInNews(page.edition, news).map((entry) => reference(page, entry))],
  ]);
}

export function meetingFacts(page: PageContext, meeting: Entry<'meeting'>): Fact[] {
  const own = meeting.facts;
  return facts(page, [
    ['facts.edition', [meetingNumber(page.lang, own.edition)]],
    [whenWord(meeting), [whenOf(page, own.starts, own.ends)]],
    ['facts.hosts', hostsOf(page, meeting).map((host) => reference(page, host))],
    ['facts.theme', wordValues(page, meeting, 'theme')],
    ['facts.attendance', attendanceValues(page, own.attendance)],
    ...takingPart(page, meeting),
    ['facts.organisers', wordValues(page, meeting, 'organisers')],
    ['facts.website', [website(own.website)]],
  ]);
}

export function hostCityFacts(page: PageContext, city: Entry<'host-cities'>): Fact[] {
  const own = city.facts;
  return facts(page, [
    ['facts.country', [countryName(page.lang, own.country)]],
    ['facts.fields', [titleInNetwork(page, own.field, own.since)]],
    ['facts.population', own.population === undefined ? undefined : [numberIn(page.lang, own.population)]],
    ['facts.coordinates', [coordinates(page, own.location)]],
    ['facts.website', [website(own.website)]],
    ['facts.aliases', aliases(page, city)],
  ]);
}

export function pastHostFacts(page: PageContext, host: Entry<'past-hosts'>): Fact[] {
  const own = host.facts;
  const inferred: readonly string[] = own.inferred ?? [];
  const deduced = (keys: string[], text: string) =>
    keys.some((key) => inferred.includes(key)) ? page.t('facts.inferred', { value: text }) : text;
  const title = titleInNetwork(page, own.field, own.since);
  const dates = own.starts === undefined ? String(own.year) : formatDays(page.lang, own.starts, own.ends);
  return facts(page, [
    ['facts.edition', [deduced(['edition'], meetingNumber(page.lang, own.edition))]],
    [
      'facts.when',
      own.starts === undefined || inferred.some((key) => key === 'starts' || key === 'ends')
        ? [deduced(['year', 'starts', 'ends'], dates)]
        : [whenOf(page, own.starts, own.ends)],
    ],
    ['facts.status', [page.t(`status.${own.status}`)]],
    ['facts.country', [countryName(page.lang, own.country)]],
    ['facts.fields', title && [{ ...title, text: deduced(['field', 'since'], title.text) }]],
    ['facts.with', own.with?.map(({ name, country }) => `${name}, ${countryName(page.lang, country)}`)],
    ['facts.theme', wordValues(page, host, 'theme')],
    ['facts.attendance', attendanceValues(page, own.attendance).map((text) => deduced(['attendance'], text))],
    ['facts.website', [website(own.website)]],
    ['facts.aliases', aliases(page, host)],
    unknown(page, own.unknown, own.status === 'announced'),
  ]);
}

export function venueFacts(page: PageContext, venue: Entry<'venues'>): Fact[] {
  const own = venue.facts;
  const city = entryOf(page.edition, 'host-cities', own.city);
  return facts(page, [
    ['facts.address', [own.address]],
    ['facts.city', [reference(page, city)]],
    ['facts.coordinates', [coordinates(page, own.location)]],
    ['facts.website', [website(own.website)]],
    ['facts.aliases', aliases(page, venue)],
    unknown(page, own.unknown, false),
  ]);
}

/** The facts of a person or group. */
export function personFacts(page: PageContext, person: Entry<'people'>): Fact[] {
  const own = person.facts;
  return facts(page, [
    ['facts.country', own.country === undefined ? undefined : [countryName(page.lang, own.country)]],
    ['facts.website', [website(own.website)]],
    ['facts.aliases', aliases(page, person)],
  ]);
}
