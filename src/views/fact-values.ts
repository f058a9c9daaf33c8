/** The values of facts: text with an address, a date or a field. */
import { hasTime, zoneName } from '../calendar/dates-and-times.ts';
import { localeOf, perLanguage } from '../i18n/locale.ts';
import { comma } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { typeset } from '../i18n/typography.ts';
import type { Entry } from '../model/edition.ts';
import { entryOf, type Item } from '../model/items.ts';
import type { Attendance, Location } from '../model/schema/common-facts.ts';
import type { When } from './when.ts';

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

export function reference(page: PageContext, entry: Entry | undefined): Value | undefined {
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

/** "Literature, since 2013" */
export function titleInNetwork(
  page: PageContext,
  field: string | undefined,
  since: number | undefined,
): Value | undefined {
  if (field === undefined) return undefined;
  const named = fieldValues(page, [field])[0];
  const name = named?.text ?? field;
  return {
    text:
      since === undefined
        ? page.t('facts.title-of', { field: name })
        : page.t('facts.title-since', { field: name, year: String(since) }),
    href: named?.href,
    field,
  };
}

const degrees = perLanguage(
  (lang) =>
    new Intl.NumberFormat(localeOf(lang), {
      minimumFractionDigits: 4,
      maximumFractionDigits: 4,
      numberingSystem: 'latn',
    }),
);

export const coordinates = (page: PageContext, { lat, lon }: Location): Value => {
  const format = degrees(page.lang);
  const [north, east] = [format.format(lat), format.format(lon)];
  // A comma between numbers with decimal commas would be unclear.
  const text = `${north}${north.includes(',') ? ';' : ','} ${east}`;
  // Numbers are written from left to right in every script.
  return { text: page.language.dir === 'rtl' ? `\u2066${text}\u2069` : text, href: `geo:${lat},${lon}` };
};

export const website = (address: string | undefined): Value | undefined =>
  address === undefined ? undefined : { text: new URL(address).host.replace(/^www\./, ''), href: address };

export const aliases = (page: PageContext, entry: Entry) => {
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

/** The theme or the organisers, with their language if it isn't the page's. */
export function wordValues(page: PageContext, entry: Entry, key: 'theme' | 'organisers'): Value[] {
  const { words, lang, fallback } = page.localize(entry);
  return [words[key] ?? []].flat().map((text) => ({ text, lang: fallback ? lang : undefined }));
}

/** The name of the time zone, if the times of an item are shown. */
export function zoneOf({ lang, edition }: PageContext, item: Item): string | undefined {
  const { starts, ends } = item.facts;
  if (starts === undefined || !hasTime(starts)) return undefined;
  const hours = [starts, ends].filter((moment) => moment !== undefined && hasTime(moment)) as string[];
  return zoneName(lang, edition.site.timeZone, hours);
}

/** "€25", "25 €", "25 zł" */
export const priceIn = (lang: string, { amount, currency }: { amount: number; currency: string }): string =>
  new Intl.NumberFormat(localeOf(lang), {
    style: 'currency',
    currency,
    numberingSystem: 'latn',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
