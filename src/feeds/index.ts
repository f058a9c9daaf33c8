import type { Page } from '../i18n/page.ts';
import { calendarOf, type CalendarFile, type CalendarOf } from '../model/calendars.ts';
import { calendarText } from './calendar.ts';

export { calendarLinks, type CalendarLink, type CalendarLinks } from './subscribe.ts';

/** A route's answer: the calendar file that its path names. */
export const calendarResponse = ({ props: { page, of } }: { props: { page: Page; of: CalendarOf } }): Response =>
  new Response(calendarText(page, calendarOf(page.edition, of) as CalendarFile), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
