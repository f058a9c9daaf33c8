import { movedCalendars } from '../calendars.ts';
import type { RuleContext } from './helpers/context.ts';

/** All addresses that have ever been published, one per line; `npm run save-addresses` adds the current ones. */
export const publishedFile = '_published.txt';

/** The page or the calendar file of a session or event. */
const itemAddress = /^\/(events|programme)\/([a-z0-9-]+)(\/|\.ics)$/;

/** A published address must stay a page or a calendar, or be redirected. */
export function checkPublished(context: RuleContext): void {
  const { redirects } = context.edition;
  const lines = context.published.split('\n').map((line) => line.trim());
  const moved = movedCalendars(context.edition);
  const exists = (address: string) =>
    context.addresses.has(address) || Object.hasOwn(redirects, address) || moved.has(address);
  const missing = lines.flatMap((address, index) =>
    address === '' || exists(address) ? [] : [{ address, line: index + 1 }],
  );
  // Once an invalid event or session is corrected, the calendars of its day, city and fields exist again.
  const someInvalid = (['events', 'sessions'] as const).some(
    (kind) => context.known(kind).length > context.edition.entries[kind].length,
  );
  const missingPages = new Set(missing.map(({ address }) => address).filter((address) => itemAddress.test(address)));

  for (const { address, line } of missing) {
    const [, section, slug, end] = itemAddress.exec(address) ?? [];
    const page = address.replace(/\.ics$/, '/');
    const isCalendar = address.endsWith('.ics');
    // Only the missing page is reported for now: restoring it may bring back the missing calendars too.
    if (isCalendar && (missingPages.has(page) || (section === undefined && (someInvalid || missingPages.size > 0))))
      continue;
    context.error(publishedFile, line, '', `"${address}" was published but ${remedy()}`);

    function remedy(): string {
      if (isCalendar && context.addresses.has(page))
        return 'its event no longer has a date; restore starts: and set status: postponed, so that subscribed calendars are updated';
      if (section !== undefined && !Object.hasOwn(redirects, page)) {
        const file = `${section === 'programme' ? 'sessions' : section}/${slug}.${context.edition.site.languages[0]?.code}.md`;
        const redirect =
          end === '/'
            ? `; if it was renamed, add a redirect to redirects.yaml, like "${address}": "/${section}/…/"`
            : '';
        return `no longer exists; restore ${file} and set status: cancelled, so that subscribed calendars are updated${redirect}`;
      }
      if (isCalendar)
        return `no longer has any events; add a line to redirects.yaml, like "${address}": "/calendar.ics"`;
      return `no longer exists; add a redirect to redirects.yaml, like "${address}": "/"`;
    }
  }
}
