import type { Page } from '../i18n/page.ts';
import type { CalendarFile } from '../model/calendars.ts';
import { calendarText } from './calendar.ts';

export { calendarLinks, type CalendarLink, type CalendarLinks } from './subscribe.ts';

/** A route's answer: the calendar file that its path names. */
export const calendarResponse = ({ props: { page, file } }: { props: { page: Page; file: CalendarFile } }): Response =>
  new Response(calendarText(page, file), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
