/** Paths for Astro's getStaticPaths: each page in each language, with its props. */
import { loadEdition, loadScheduleChangeTimes } from './build-context.ts';
import { calendarText } from './calendar/ics/file.ts';
import { pageContext, type PageContext } from './i18n/page-context.ts';
import { addressOfEntry } from './model/page-addresses.ts';
import { calendarOf, calendarsOf, movedCalendars, type CalendarFile, type CalendarOf } from './model/calendars.ts';
import type { Edition, Entry } from './model/edition.ts';
import { defaultLanguage } from './model/schema/site.ts';
import type { Kind } from './model/schema/kinds.ts';

/** The value of `[...lang]`: undefined for the default language, which is at the root. */
const langParam = (edition: Edition, code: string) => (code === defaultLanguage(edition.site).code ? undefined : code);

/** A page that every edition has, in each language. @param address without the language prefix */
export function inEachLanguage(address: string, entryOf: (edition: Edition) => Entry | undefined = () => undefined) {
  const edition = loadEdition();
  return edition.site.languages.map(({ code }) => ({
    params: { lang: langParam(edition, code) },
    props: { page: pageContext(edition, code, address, entryOf(edition)) } satisfies { page: PageContext },
  }));
}

/** A page per entry of a kind, in each language. */
export function entriesInEachLanguage<K extends Kind>(kind: K) {
  const edition = loadEdition();
  return edition.site.languages.flatMap(({ code }) =>
    (edition.entries[kind] as Entry<K>[]).map((entry) => ({
      params: { lang: langParam(edition, code), slug: entry.slug },
      props: { page: pageContext(edition, code, addressOfEntry(entry as Entry), entry as Entry), entry },
    })),
  );
}

/**
 * The calendar files in a folder of the site, in each language.
 * @param folder without the language prefix, with a trailing slash
 */
export function calendarsInEachLanguage(folder: string) {
  const edition = loadEdition();
  const files = [...calendarsOf(edition), ...movedCalendars(edition)].filter(
    ([address]) => address.slice(0, address.lastIndexOf('/') + 1) === folder,
  );
  return edition.site.languages.flatMap(({ code }) =>
    files.map(([address, { of }]) => ({
      params: { lang: langParam(edition, code), name: address.slice(folder.length, -'.ics'.length) },
      props: { page: pageContext(edition, code, address), of },
    })),
  );
}

/** The response to a request for a calendar file. */
export const calendarResponse = ({ props: { page, of } }: { props: { page: PageContext; of: CalendarOf } }): Response =>
  new Response(calendarText(page, calendarOf(page.edition, of) as CalendarFile, loadScheduleChangeTimes()), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });

/** The page context for MDX components, which know only their page's language (from its address). */
export function mdxPage(lang: string | undefined): PageContext {
  const edition = loadEdition();
  return pageContext(edition, lang ?? defaultLanguage(edition.site).code, '/');
}
