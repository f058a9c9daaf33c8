/** What the table of member cities adds up to. Nothing here is typed by anybody: all of it is counted. */
import { alphabet } from '../i18n/locale.ts';
import { countryName } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface CountryCount {
  name: string;
  count: number;
}

/** How many cities each country has: most first, then in the page's alphabet. */
export function countriesOf(page: PageContext): CountryCount[] {
  const order = alphabet(page.lang);
  return [...Map.groupBy(page.edition.cities, ({ country }) => country)]
    .map(([code, cities]) => ({ name: countryName(page.lang, code), count: cities.length }))
    .sort((a, b) => b.count - a.count || order(a.name, b.name));
}

export interface Growth {
  year: number;
  /** Cities that joined in this year. */
  joined: number;
  /** Members at its end. */
  members: number;
  /** Members as a part of those at the end of the line, in percent with one decimal. */
  share: number;
}

/** The network's growth year by year, from its first member to the year of the meeting; quiet years are in it too. */
export function growthOf(page: PageContext): Growth[] {
  const { cities, entries } = page.edition;
  if (cities.length === 0) return [];
  const joinedIn = Map.groupBy(cities, ({ since }) => since);
  const first = Math.min(...joinedIn.keys());
  const last = Math.max(...joinedIn.keys(), Number(entries.meeting[0]?.facts.starts.slice(0, 4) ?? 0));
  let members = 0;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const joined = joinedIn.get(year)?.length ?? 0;
    members += joined;
    return { year, joined, members, share: Math.round((members / cities.length) * 1000) / 10 };
  });
}
