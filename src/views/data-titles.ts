import { meetingValues } from './meeting.ts';
import { sectionTitle } from './menu.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { compare } from '../model/problem.ts';
import { sectionOf, type Kind } from '../model/schema/kinds.ts';

/** The title of a collection of open data: its section's, if it has one. */
export function dataTitle(page: PageContext, collection: Kind | 'member-cities' | 'sources'): string {
  if (collection === 'member-cities') return page.t('network.table');
  if (collection === 'pages') return page.t('data.pages');
  if (collection === 'sources') return sectionTitle(page, 'sources');
  return sectionTitle(page, sectionOf[collection]);
}

/** A sentence about a table of places: the introduction of the page that shows it. */
export function tableAbout(page: PageContext, table: 'past-hosts' | 'member-cities'): string {
  const { cities, entries } = page.edition;
  if (table === 'member-cities')
    return page.t('sections.network.intro', {
      ...meetingValues(page),
      cities: cities.length,
      countries: new Set(cities.map(({ country }) => country)).size,
    });
  const { year } = meetingValues(page);
  const years = [year, ...entries['past-hosts'].map(({ facts }) => String(facts.year))].sort(compare);
  return page.t('sections.past-hosts.intro', {
    ...meetingValues(page),
    first: years[0] as string,
    last: years.at(-1) as string,
  });
}
