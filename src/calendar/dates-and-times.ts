/**
 * Days and times as in content files: `2027-06-12` (a day) or `2027-06-12T09:00` (local time of the meeting). They are
 * shown unchanged: formatting never converts them to another time zone.
 */
import { localeOf } from '../i18n/locale.ts';
import { lastDayOf } from '../model/items.ts';
import { instantOf } from '../model/local-time.ts';

export const hasTime = (moment: string): boolean => moment.includes('T');
export const dayOf = (moment: string): string => moment.slice(0, 10);
export const timeOf = (moment: string): string | undefined => (hasTime(moment) ? moment.slice(11, 16) : undefined);

/** A day for Intl, which only formats instants: noon in UTC, always formatted in UTC. */
const point = (day: string) => new Date(`${dayOf(day)}T12:00:00Z`);

/** Cache of formatted days and times, which many pages share. */
const texts = new Map<string, string>();

function cachedText(key: string, make: () => string): string {
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = make()));
  return text;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Creating a DateTimeFormat takes longer than using it a hundred times. */
function format(lang: string, options: Intl.DateTimeFormatOptions) {
  const key = lang + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(localeOf(lang), {
      timeZone: 'UTC',
      numberingSystem: 'latn',
      calendar: 'gregory',
      ...options,
    });
    formats.set(key, made);
  }
  return made;
}

const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** "12 June 2027" */
export const formatDay = (lang: string, day: string): string => format(lang, long).format(point(day));

/** "Tuesday 12 June" */
export const formatWeekday = (lang: string, day: string): string =>
  cachedText(`${lang} weekday ${dayOf(day)}`, () =>
    withoutComma(lang, format(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(point(day))),
  );

/** "Tue 12 Jun" */
export const formatShortWeekday = (lang: string, day: string): string =>
  withoutComma(lang, format(lang, { weekday: 'short', day: 'numeric', month: 'short' }).format(point(day)));

/** Removes the comma after a weekday in languages that don't need it, although CLDR has one. */
const withoutComma = (lang: string, text: string): string =>
  /^(en|es|pl)\b/.test(lang) ? text.replace(/^([\p{L}.]+), /u, '$1 ') : text;

/** The weekday and the parts of a date in the language's order: "Sat", "", "12", " June", or "土", "6月", "12", "日". */
export function dayParts(lang: string, day: string): { weekday: string; before: string; day: string; after: string } {
  const parts = format(lang, { day: 'numeric', month: 'long' }).formatToParts(point(day));
  const number = parts.findIndex(({ type }) => type === 'day');
  const text = (some: typeof parts) => some.map(({ value }) => value).join('');
  return {
    weekday: format(lang, { weekday: 'short' }).format(point(day)).replace(/\.$/, ''),
    before: text(parts.slice(0, number)),
    day: String(Number(day.slice(8, 10))),
    after: text(parts.slice(number + 1)),
  };
}

/** "12–15 June 2027", or one day. */
export function formatDays(lang: string, from: string, to: string | undefined, options = long): string {
  const last = lastDayOf(from, to);
  return cachedText(`${lang} ${JSON.stringify(options)} ${dayOf(from)} ${last}`, () => {
    if (last === dayOf(from)) return format(lang, options).format(point(from));
    if (isHan(lang)) return hanRange(lang, from, last, options);
    // Some versions of CLDR put thin spaces around the dash, and Italian ranges have "01".
    return withoutZeros(
      format(lang, options)
        .formatRange(point(from), point(last))
        .replace(/(?<!\d)(\d{1,2})[\s\u2009]*–[\s\u2009]*(?=\d{1,2}(?!\d))/g, '$1–'),
    );
  });
}

const withoutZeros = (text: string): string => text.replace(/(?<!\d)0(?=\d(?!\d))/g, '');

const isHan = (lang: string): boolean => /^(zh|ja)\b/.test(lang);

/** "2027年6月12日至15日": CLDR has only numeric ranges for long dates in Chinese and Japanese. */
function hanRange(lang: string, from: string, last: string, options: Intl.DateTimeFormatOptions): string {
  const { day, month, year } = options;
  const [sameYear, sameMonth] = [4, 7].map((length) => from.slice(0, length) === last.slice(0, length));
  const end = sameMonth ? { day } : sameYear ? { day, month } : { day, month, year };
  const [first, second] = [format(lang, options).format(point(from)), format(lang, end).format(point(last))];
  return `${first}${hanSeparator(lang)}${second}`;
}

const hanSeparator = (lang: string): string => (lang.startsWith('zh') ? '至' : '～');

/** The two ends of a date range, worded as by formatDays(): "12", "–", "15 June 2027". */
export interface DayRange {
  from: string;
  separator: string;
  to: string;
}

/** The parts of formatDays(); undefined for one day. */
export function rangeOfDays(lang: string, from: string, to: string | undefined, options = long): DayRange | undefined {
  const last = lastDayOf(from, to);
  if (last === dayOf(from)) return undefined;
  const text = formatDays(lang, from, to, options);
  if (isHan(lang)) {
    const separator = hanSeparator(lang);
    const [first = '', second = ''] = text.split(separator);
    return { from: first, separator, to: second };
  }
  const parts = format(lang, options).formatRangeToParts(point(from), point(last));
  // Parts that both ends share belong to the adjacent end: "12" and "15 June 2027", "June 12" and "15, 2027".
  const endOfFirst = parts.findLastIndex(({ source }) => source === 'startRange');
  const startOfLast = parts.findIndex(({ source }) => source === 'endRange');
  const words = (some: typeof parts) => withoutZeros(some.map(({ value }) => value).join(''));
  const first = words(parts.slice(0, endOfFirst + 1));
  const second = words(parts.slice(startOfLast));
  return { from: first, separator: text.slice(first.length, text.length - second.length), to: second };
}

/** A year on its own: "2027", "2027年". */
export const formatYear = (lang: string, year: number): string =>
  format(lang, { year: 'numeric' }).format(point(`${String(year).padStart(4, '0')}-01-01`));

/** An ISO 8601 year, month or day in words: "2027", "June 2027", "12 June 2027". */
export function formatPublished(lang: string, published: string): string {
  const parts = published.split('-').length;
  if (parts === 1) return formatYear(lang, Number(published));
  if (parts === 2) return format(lang, { month: 'long', year: 'numeric' }).format(point(`${published}-01`));
  return formatDay(lang, published);
}

/**
 * The name of a time zone at these moments: "Central European Summer Time", or "Central European Time" if the clocks
 * change between them. A day without a time counts as noon on that day.
 */
export function zoneName(lang: string, timeZone: string, moments: readonly string[]): string {
  const nameAt = (moment: string, timeZoneName: 'long' | 'longGeneric') =>
    cachedText(`${lang} ${timeZone} ${timeZoneName} ${moment}`, () => {
      const at = Temporal.PlainDateTime.from(hasTime(moment) ? moment : `${moment}T12:00`).toZonedDateTime(timeZone);
      const parts = new Intl.DateTimeFormat(localeOf(lang), { timeZone, timeZoneName }).formatToParts(
        at.epochMilliseconds,
      );
      return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
    });
  const [first = timeZone, ...others] = new Set(moments.map((moment) => nameAt(moment, 'long')));
  return others.length === 0 ? first : nameAt(moments[0] as string, 'longGeneric');
}

/** For `<time datetime>`: a day, or an instant with its offset (RFC 3339). */
export function machineTime(moment: string, timeZone: string): string {
  if (!hasTime(moment)) return moment;
  return cachedText(`${timeZone} ${moment}`, () =>
    instantOf(moment, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
  );
}

/**
 * Start and end of something as instants (RFC 3339). A day lasts from midnight to midnight. Without a known end, an
 * item counts as running until the end of its day.
 */
export function spanOf(starts: string, ends: string | undefined, timeZone: string): { from: string; to: string } {
  const last = ends ?? dayOf(starts);
  const to = hasTime(last) ? last : `${Temporal.PlainDate.from(last).add({ days: 1 }).toString()}T00:00`;
  return {
    from: machineTime(hasTime(starts) ? starts : `${starts}T00:00`, timeZone),
    to: machineTime(to, timeZone),
  };
}

/** Every day from the first to the last; see lastDayOf(). */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  let day = Temporal.PlainDate.from(dayOf(from));
  const last = Temporal.PlainDate.from(lastDayOf(from, to));
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(day.toString());
  return days;
}
