/** Statistics of the member cities, all counted from the table. */
import { alphabet } from '../i18n/locale.ts';
import { countryName } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';

export interface CountryCount {
  name: string;
  count: number;
}

/** Cities per country, sorted by number and then alphabetically. */
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
  /** Members at the end of this year. */
  members: number;
  /** `members` as a percentage of the final number, to one decimal place. */
  share: number;
}

/** Growth by year, from the first member to the year of the meeting, including years in which nobody joined. */
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
