import { formatDays, formatYear } from '../calendar/dates-and-times.ts';
import { countryName, listOf, meetingNumber } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { lastDayOf } from '../model/items.ts';
import { memo } from '../model/memo.ts';
import { compare } from '../model/problem.ts';
import type { Location } from '../model/schema/common-facts.ts';
import { hostsOf } from './meeting.ts';
import { statusText } from '../calendar/status-labels.ts';

/** A meeting in the timeline: a past or later one, or the edition's own. */
export interface TimelineEntry {
  edition: string;
  /** The number was inferred, not found in a source. */
  deduced: boolean;
  year: number;
  title: string;
  href: string;
  lang: string | undefined;
  country: string;
  dates: string;
  /** Slugs of the hosts' fields, without duplicates. */
  fields: string[];
  /** Names of further hosts. */
  further: string[];
  /** Locations of its hosts, the main host first. */
  places: Location[];
  status: 'held' | 'announced' | 'unconfirmed';
  /** True for the edition's own meeting. */
  current: boolean;
  /** The past host's slug; undefined for the edition's own meeting. */
  slug: string | undefined;
}

/**
 * All meetings in order of their numbers.
 *
 * @param now in the meeting's time zone; without it, the edition's own meeting counts as held
 */
export function timelineOf(page: PageContext, now?: Temporal.ZonedDateTime): readonly TimelineEntry[] {
  const meeting = page.edition.entries.meeting[0]?.facts;
  const isOver = !meeting || !now || lastDayOf(meeting.starts, meeting.ends) < now.toPlainDate().toString();
  return memo(page.edition, `timeline in ${page.lang}, meeting ${isOver ? 'held' : 'announced'}`, () =>
    makeTimeline(page, isOver),
  );
}

function makeTimeline(page: PageContext, isOver: boolean): TimelineEntry[] {
  const { entries } = page.edition;
  const meetings: (TimelineEntry & { number: number })[] = entries['past-hosts'].map((host) => {
    const { facts } = host;
    const dates =
      facts.starts === undefined ? formatYear(page.lang, facts.year) : formatDays(page.lang, facts.starts, facts.ends);
    return {
      number: facts.edition,
      edition: meetingNumber(page.lang, facts.edition),
      deduced: facts.inferred?.includes('edition') ?? false,
      year: facts.year,
      ...page.ref(host),
      country: countryName(page.lang, facts.country),
      dates: facts.inferred?.some((key) => key === 'starts' || key === 'ends')
        ? page.t('facts.inferred', { value: dates })
        : dates,
      fields: [
        ...new Set([facts.field, ...(facts.with ?? []).map(({ field }) => field)].flatMap((slug) => slug ?? [])),
      ],
      further: (facts.with ?? []).map(({ name }) => name),
      places: [facts.location, ...(facts.with ?? []).map(({ location }) => location)],
      status: facts.status,
      current: false,
      slug: host.slug,
    };
  });
  const meeting = entries.meeting[0];
  if (meeting) {
    const hosts = hostsOf(page, meeting);
    const { href } = page.ref(meeting);
    const year = Number(meeting.facts.starts.slice(0, 4));
    meetings.push({
      number: meeting.facts.edition,
      edition: meetingNumber(page.lang, meeting.facts.edition),
      deduced: false,
      year,
      title: `${listOf(
        page.lang,
        hosts.map((host) => page.ref(host).title),
      )} ${year}`,
      href,
      lang: undefined,
      country: listOf(page.lang, [...new Set(hosts.map(({ facts }) => countryName(page.lang, facts.country)))]),
      dates: [formatDays(page.lang, meeting.facts.starts, meeting.facts.ends), statusText(page, meeting)]
        .filter((text) => text !== undefined)
        .join(' · '),
      fields: [...new Set(hosts.map((host) => host.facts.field))],
      further: [],
      places: hosts.map(({ facts }) => facts.location),
      status: isOver ? 'held' : 'announced',
      current: true,
      slug: undefined,
    });
  }
  return meetings.sort((a, b) => a.number - b.number || a.year - b.year || compare(a.href, b.href));
}

/** The meetings before and after a given one. */
export function neighbours(
  timeline: readonly TimelineEntry[],
  slug: string,
): { before: TimelineEntry | undefined; after: TimelineEntry | undefined } {
  const index = timeline.findIndex((entry) => entry.slug === slug);
  return { before: index > 0 ? timeline[index - 1] : undefined, after: index < 0 ? undefined : timeline[index + 1] };
}

/** The years without a meeting before an entry: "2020", "2020–2021"; undefined if there are none. */
export function gapBefore(timeline: readonly TimelineEntry[], index: number): string | undefined {
  const [before, entry] = [timeline[index - 1], timeline[index]];
  if (!before || !entry || entry.year - before.year < 2) return undefined;
  const [first, last] = [before.year + 1, entry.year - 1];
  return first === last ? String(first) : `${first}–${last}`;
}
