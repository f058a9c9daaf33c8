/**
 * The facts of an entry as labels and values. Unknown facts are left out, except the date and place of an event, which
 * are shown as unknown.
 */
import { cityOf, entryOf, takesPlace, venueOf, type Item } from '../model/items.ts';
import { formatDays, hasTime, zoneName } from '../calendar/moments.ts';
import { localeOf } from '../i18n/locale.ts';
import { comma, countryName, listOf, numberIn, meetingNumber } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { typeset } from '../i18n/typography.ts';
import type { Entry } from '../model/edition.ts';
import type { InterfaceWord } from '../model/schema/interface-words.ts';
import { memo } from '../model/memo.ts';
import type { Attendance, Location } from '../model/schema/common-facts.ts';
import type { UnknownKey } from '../model/schema/unknown.ts';
import { concerned } from './news.ts';
import { whenOf, type When } from './when.ts';

export interface Value {
  text: string;
  href?: string | undefined;
  datetime?: string | undefined;
  ends?: string | undefined;
  range?: When['range'];
  /** Slug of a creative field, shown with its colour. */
  field?: string | undefined;
  /** Set if the text isn't in the page's language. */
  lang?: string | undefined;
}

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

function reference(page: PageContext, entry: Entry | undefined): Value | undefined {
  if (!entry) return undefined;
  const { title, href, lang } = page.ref(entry);
  return { text: title, href, lang };
}

/** Names of creative fields with links to them. */
export function fieldValues(page: PageContext, slugs: readonly string[] | undefined): Value[] {
  return (slugs ?? []).flatMap((slug) => {
    const field = entryOf(page.edition, 'fields', slug);
    const value = reference(page, field);
    return value ? [{ ...value, field: slug }] : [];
  });
}

const fieldName = (page: PageContext, slug: string): string => fieldValues(page, [slug])[0]?.text ?? slug;

/** "Literature, since 2013" */
function titleInNetwork(page: PageContext, field: string | undefined, since: number | undefined): Value | undefined {
  if (field === undefined) return undefined;
  const name = fieldName(page, field);
  return {
    text:
      since === undefined
        ? page.t('facts.title-of', { field: name })
        : page.t('facts.title-since', { field: name, year: String(since) }),
    href: fieldValues(page, [field])[0]?.href,
    field,
  };
}

const coordinates = (page: PageContext, { lat, lon }: Location): Value => {
  const format = memo(page.edition, `degrees in ${page.lang}`, () => degreesIn(page.lang));
  const [north, east] = [format.format(lat), format.format(lon)];
  // A comma between numbers with decimal commas would be unclear.
  const text = `${north}${north.includes(',') ? ';' : ','} ${east}`;
  // Numbers are written from left to right in every script.
  return { text: page.language.dir === 'rtl' ? `\u2066${text}\u2069` : text, href: `geo:${lat},${lon}` };
};

const degreesIn = (lang: string) =>
  new Intl.NumberFormat(localeOf(lang), {
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
    numberingSystem: 'latn',
  });

const website = (address: string | undefined): Value | undefined =>
  address === undefined ? undefined : { text: new URL(address).host.replace(/^www\./, ''), href: address };

const aliases = (page: PageContext, entry: Entry) => {
  const { words, lang } = page.localize(entry);
  return words.aliases?.length ? [typeset(lang, words.aliases.join(comma(lang)))] : undefined;
};

/** "350 delegates", "160 cities" … */
export function attendanceValues(page: PageContext, attendance: Attendance | undefined): string[] {
  const keys = ['delegates', 'cities', 'countries', 'mayors'] as const;
  return keys.flatMap((key) => {
    const count = attendance?.[key];
    return count === undefined ? [] : [page.t(`attendance.${key}`, { count })];
  });
}

const organisers = (page: PageContext, entry: Entry): Value[] | undefined => {
  const { words, lang, fallback } = page.localize(entry);
  return words.organisers?.map((text) => ({ text, lang: fallback ? lang : undefined }));
};

/** The name of the time zone, if the times of an item are shown. */
function zoneOf({ lang, edition }: PageContext, item: Item): string | undefined {
  const { starts, ends } = item.facts;
  if (starts === undefined || !hasTime(starts)) return undefined;
  const hours = [starts, ends].filter((moment) => moment !== undefined && hasTime(moment)) as string[];
  return zoneName(lang, edition.site.timeZone, hours);
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

/** "€25", "25 €", "25 zł" */
const priceIn = (lang: string, { amount, currency }: { amount: number; currency: string }): string =>
  new Intl.NumberFormat(localeOf(lang), {
    style: 'currency',
    currency,
    numberingSystem: 'latn',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);

/** The label of the date, which is only the planned one if the event doesn't take place. */
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
    ['facts.organisers', organisers(page, item)],
    ['facts.fields', fieldValues(page, own.fields)],
    ['facts.website', 'website' in own ? [website(own.website)] : undefined],
    unknown(page, own.unknown, isComing),
  ]);
}

export function newsFacts(page: PageContext, news: Entry<'news'>): Fact[] {
  return facts(page, [
    ['facts.date', [whenOf(page, news.facts.date, undefined)]],
    ['facts.about', concerned(page.edition, news).map((entry) => reference(page, entry))],
  ]);
}

export function meetingFacts(page: PageContext, meeting: Entry<'meeting'>): Fact[] {
  const own = meeting.facts;
  const { words, lang, fallback } = page.localize(meeting);
  return facts(page, [
    ['facts.edition', [meetingNumber(page.lang, own.edition)]],
    [whenWord(meeting), [whenOf(page, own.starts, own.ends)]],
    ['facts.hosts', hostsOf(page, meeting).map((host) => reference(page, host))],
    ['facts.theme', words.theme ? [{ text: words.theme, lang: fallback ? lang : undefined }] : undefined],
    ['facts.attendance', attendanceValues(page, own.attendance)],
    ...takingPart(page, meeting),
    ['facts.organisers', organisers(page, meeting)],
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
  const { words, lang, fallback } = page.localize(host);
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
    ['facts.theme', words.theme ? [{ text: words.theme, lang: fallback ? lang : undefined }] : undefined],
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

/** The meeting's host cities, in the order in which it lists them. */
export function hostsOf(page: PageContext, meeting: Entry<'meeting'>): Entry<'host-cities'>[] {
  return meeting.facts.hosts.flatMap((slug) => entryOf(page.edition, 'host-cities', slug) ?? []);
}

/** Values for placeholders in introductions and descriptions: the meeting, its hosts, its dates. */
export const meetingValues = (page: PageContext) =>
  memo(page.edition, `meeting in ${page.lang}`, () => valuesOfMeeting(page));

function valuesOfMeeting(page: PageContext) {
  const meeting = page.edition.entries.meeting[0] as Entry<'meeting'>;
  return {
    meeting: page.localize(meeting).words.title,
    hosts: listOf(
      page.lang,
      hostsOf(page, meeting).map((host) => page.ref(host).title),
    ),
    dates: formatDays(page.lang, meeting.facts.starts, meeting.facts.ends),
    year: meeting.facts.starts.slice(0, 4),
  };
}
