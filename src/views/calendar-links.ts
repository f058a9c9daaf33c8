/** Links that add a calendar file to a reader's calendar: the file, a subscription, and the common web calendars. */
import { absoluteAddress } from '../i18n/addresses.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { machineTime } from '../calendar/dates-and-times.ts';
import { calendarOf, itemOf, type CalendarFile, type CalendarOf } from '../model/calendars.ts';
import { takesPlace, type Item } from '../model/items.ts';
import { meetingStatusOf } from './meeting-status.ts';
import { descriptionOf, placeOf, plain, span } from '../calendar/ics/file.ts';

export interface CalendarLink {
  text: string;
  href: string;
  /** True for the file on this site. */
  file?: boolean;
}

export interface CalendarLinks {
  title: string;
  links: CalendarLink[];
}

const google = 'https://calendar.google.com/calendar';
const outlook = 'https://outlook.live.com/calendar/0';
const microsoft365 = 'https://outlook.office.com/calendar/0';

/**
 * The calendar file that a page offers; undefined if there is none. After the meeting, calendars are offered only on
 * the programme page and the My list page: hardly anyone adds past events to a calendar.
 */
export function offeredCalendar(page: PageContext, of: CalendarOf, now: Temporal.ZonedDateTime) {
  if (of !== 'programme' && meetingStatusOf(page, now).phase.name === 'after') return undefined;
  return calendarOf(page.edition, of);
}

/** Title and links for a calendar file of the edition. */
export function calendarLinks(page: PageContext, file: CalendarFile): CalendarLinks {
  const { t } = page;
  const item = itemOf(file.of);
  const download = { text: t('calendar.download'), href: page.link(file.address), file: true };
  // The form in a web calendar can only add an event; the file also cancels one that was added before.
  const forms = item && takesPlace(item) ? single(page, item) : [];
  const links = item ? [download, ...forms] : [...subscription(page, file), download];
  return { title: title(page, file.of), links };
}

function title(page: PageContext, of: CalendarOf): string {
  if (of === 'programme') return page.t('calendar.programme');
  if ('day' in of) return page.t('calendar.day');
  if (itemOf(of)) return page.t('calendar.entry');
  return page.t('calendar.part', { name: page.ref(of).title });
}

/**
 * Subscriptions, which stay up to date. Nothing in the site's addresses needs escaping in a query (RFC 3986, section
 * 3.4).
 */
function subscription(page: PageContext, file: CalendarFile): CalendarLink[] {
  const { t } = page;
  const https = absoluteAddress(page.edition.site, page.lang, file.address);
  const webcal = https.replace(/^https?:/, 'webcal:');
  return [
    { text: t('calendar.subscribe'), href: webcal },
    { text: 'Google', href: `${google}/r?cid=${webcal}` },
    { text: 'Outlook', href: `${outlook}/addfromweb?url=${https}` },
    { text: 'Microsoft 365', href: `${microsoft365}/addfromweb?url=${https}` },
  ];
}

/** One event as prefilled forms in web calendars. The forms need an end; the default is the start or the next day. */
function single(page: PageContext, item: Item): CalendarLink[] {
  const { timeZone } = page.edition.site;
  const { starts, ends, allDay } = span(item);
  const last = ends ?? (allDay ? Temporal.PlainDate.from(starts).add({ days: 1 }).toString() : starts);
  const words = plain(page.localize(item).words.title);
  const details = descriptionOf(page, item);
  const location = placeOf(page, item) ?? '';
  const basic = (moment: string) => (allDay ? moment : `${moment.slice(0, 16)}:00`).replace(/[-:]/g, '');
  const forGoogle = { action: 'TEMPLATE', text: words, dates: `${basic(starts)}/${basic(last)}`, ctz: timeZone };
  const forOutlook = {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: words,
    startdt: machineTime(starts, timeZone),
    enddt: machineTime(last, timeZone),
    ...(allDay ? { allday: 'true' } : {}),
  };
  const compose = new URLSearchParams({ ...forOutlook, location, body: details });
  return [
    { text: 'Google', href: `${google}/render?${new URLSearchParams({ ...forGoogle, location, details })}` },
    { text: 'Outlook', href: `${outlook}/deeplink/compose?${compose}` },
    { text: 'Microsoft 365', href: `${microsoft365}/deeplink/compose?${compose}` },
  ];
}
