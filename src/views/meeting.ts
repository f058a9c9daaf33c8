/** The meeting: its hosts, and its values for placeholders. */
import { formatDays } from '../calendar/dates-and-times.ts';
import { listOf } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import type { Entry } from '../model/edition.ts';
import { entryOf } from '../model/items.ts';
import { memo } from '../model/memo.ts';

/** The meeting's host cities, in the order in which it lists them. */
export function hostsOf(page: PageContext, meeting: Entry<'meeting'>): Entry<'host-cities'>[] {
  return meeting.facts.hosts.flatMap((slug) => entryOf(page.edition, 'host-cities', slug) ?? []);
}

/** Values for placeholders in introductions and descriptions: the meeting, its hosts, its dates. */
export const meetingValues = (page: PageContext) =>
  memo(page.edition, `meeting in ${page.lang}`, () => {
    const meeting = page.edition.entries.meeting[0] as Entry<'meeting'>;
    const hosts = hostsOf(page, meeting).map((host) => page.ref(host).title);
    return {
      meeting: page.localize(meeting).words.title,
      hosts: listOf(page.lang, hosts),
      dates: formatDays(page.lang, meeting.facts.starts, meeting.facts.ends),
      year: meeting.facts.starts.slice(0, 4),
    };
  });
