import { cityOf, entryOf, takesPlace } from '../model/items.ts';
import { formatDays } from '../calendar/dates-and-times.ts';
import { meetingValues } from './meeting.ts';
import { statusText } from '../calendar/status-labels.ts';
import { comma, countryName } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { typeset } from '../i18n/typography.ts';
import { displayWidth } from '../model/schema/characters.ts';
import type { Entry } from '../model/edition.ts';

/** Maximum length of a title: search engines show about this many characters. */
const longest = 60;

/** "One and Two 2027": where and when the meeting is. */
export function placeAndYear(page: PageContext): string {
  const { hosts, year } = meetingValues(page);
  return typeset(page.lang, `${hosts} ${year}`);
}

/**
 * The end of the `<title>`, after the page's own title, so search results name the place and year: the best wording
 * first, then shorter ones.
 */
export function whereAndWhen(page: PageContext): string[] {
  const { entry, lang, edition } = page;
  const { year } = meetingValues(page);
  const named = (host: Entry<'host-cities'> | undefined) => (host ? [page.ref(host).title] : []);
  switch (entry?.kind) {
    case 'events':
    case 'sessions': {
      const { starts, ends } = entry.facts;
      const city = named(cityOf(edition, entry));
      const off = takesPlace(entry) ? undefined : statusText(page, entry);
      if (off !== undefined) return [[...city, off].join(comma(lang)), off];
      if (starts === undefined) return city;
      return [[...city, formatDays(lang, starts, ends)].join(comma(lang)), [...city, starts.slice(0, 4)].join(' ')];
    }
    case 'past-hosts':
      return [countryName(lang, entry.facts.country)];
    case 'host-cities':
      return [`${page.t('kinds.host-cities')} ${year}`];
    case 'venues':
      return [[...named(entryOf(edition, 'host-cities', entry.facts.city)), year].join(' ')];
    default:
      return [placeAndYear(page)];
  }
}

/** The `<title>`: the page's own title, where and when, and the site's name, omitting what would make it too long. */
export function titleOf(page: PageContext, own: string): string {
  const { entry, edition } = page;
  const meeting = entry?.kind === 'past-hosts' ? [page.t('kinds.past-meeting', { edition: entry.facts.edition })] : [];
  return [[...meeting, ...whereAndWhen(page)], [edition.site.name]].reduce((title, wordings) => {
    const fitting = wordings.find((part) => displayWidth(`${title} · ${part}`) <= longest);
    return fitting === undefined || title.includes(fitting) ? title : `${title} · ${fitting}`;
  }, own);
}

/**
 * The title of the home page: the place with the meeting's name, or if that is too long, with the name of the series.
 */
export function homeTitle(page: PageContext): string {
  const place = placeAndYear(page);
  const full = `${place} · ${meetingValues(page).meeting}`;
  return displayWidth(full) <= longest ? full : page.t('home.title', { place });
}
