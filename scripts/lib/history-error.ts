import { lastDayOf } from '../../src/model/items.ts';
import type { Edition } from '../../src/model/edition.ts';
import { phaseOf } from '../../src/calendar/phase.ts';
import type { GitHistory } from '../../src/git/history.ts';
import { buildMoment, siteUrl } from '../../src/settings.ts';

/**
 * Why a site can't be built from this history: in a shallow clone, calendars would say that everything changed in its
 * oldest commit, or never changed. This doesn't matter after the meeting, or in a preview, which has no subscribers.
 */
export function historyError(edition: Edition, history: GitHistory): string | undefined {
  if (history.known || history.cause !== 'shallow') return undefined;
  const { site, entries } = edition;
  const meeting = entries.meeting[0]?.facts;
  if (!meeting || siteUrl(site.address) !== site.address) return undefined;
  const { name } = phaseOf(meeting.starts, lastDayOf(meeting.starts, meeting.ends), buildMoment(site.timeZone));
  if (name === 'after') return undefined;
  return `The git history tells calendars when an event was moved or cancelled, but ${history.reason}. A preview (SITE_URL) can be built anyway.`;
}
