import type { Page } from '../i18n/page-context.ts';
import { calendarOf, type CalendarFile, type CalendarOf } from '../model/calendars.ts';
import { calendarText } from '../calendar/ics/file.ts';

export { calendarLinks, type CalendarLink, type CalendarLinks } from '../views/calendar-links.ts';

/** A route's answer: the calendar file that its path names. */
export const calendarResponse = ({ props: { page, of } }: { props: { page: Page; of: CalendarOf } }): Response =>
  new Response(calendarText(page, calendarOf(page.edition, of) as CalendarFile), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
