/**
 * My list as data: a list of ids. The id of a session or event is the path of its page, without language and outer
 * slashes (`events/summer-concert`). Pure functions.
 */

const pattern = /^(?:events|programme)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Maximum number of ids, more than any programme has. */
const maxIds = 1000;

/** The ids in a stored text, in the order in which they were added. Anything else in it is ignored. */
export function readIds(stored: string | null): string[] {
  try {
    const found: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(found)
      ? [...new Set(found.filter((id): id is string => typeof id === 'string' && pattern.test(id)))]
      : [];
  } catch {
    return [];
  }
}

/** Adds an id to the list, or removes it. */
export const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

/** @param moved the id that replaces each old one (movedIds in views/my-list.ts); '' if there is none */
export const followMoves = (ids: readonly string[], moved: Record<string, string>): string[] =>
  [...new Set(ids.map((id) => (Object.hasOwn(moved, id) ? moved[id] : id) ?? ''))].filter(Boolean);

/** Undoes one change, from `before` to `after`, in a list that may have changed since, here or in another tab. */
export const reverted = (current: readonly string[], before: readonly string[], after: readonly string[]): string[] =>
  [...new Set([...before, ...current])].filter((id) =>
    before.includes(id) === after.includes(id) ? current.includes(id) : before.includes(id),
  );

/** The list as the fragment of a link: `v1/events/one,two/programme/three`. */
export function toFragment(ids: readonly string[]): string {
  const sections = new Map<string, string[]>();
  for (const id of ids) {
    const [section = '', slug = ''] = id.split('/');
    sections.set(section, [...(sections.get(section) ?? []), slug]);
  }
  return ['v1', ...[...sections].map(([section, slugs]) => `${section}/${slugs.join(',')}`)].join('/');
}

/** The ids in a link's fragment; undefined if any part of it is invalid. */
export function fromFragment(fragment: string): string[] | undefined {
  let text: string;
  try {
    // Some programs escape the commas in a link.
    text = decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
  const [version, ...parts] = text.split('/');
  if (version !== 'v1' || parts.length === 0 || parts.length % 2 !== 0) return undefined;
  const ids = new Set<string>();
  for (let at = 0; at < parts.length; at += 2)
    for (const slug of (parts[at + 1] ?? '').split(',')) ids.add(`${parts[at]}/${slug}`);
  return ids.size <= maxIds && [...ids].every((id) => pattern.test(id)) ? [...ids] : undefined;
}

/**
 * A calendar file with only the entries of the list, made from the file of the whole programme, which already has
 * folded lines and a time zone.
 *
 * @param calendar iCalendar text from this site: each VEVENT has the URL of its page
 * @returns undefined if none of them is in the file
 */
export function filterCalendar(calendar: string, ids: readonly string[]): string | undefined {
  const events = calendar.match(/^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm) ?? [];
  const chosen = events.filter((event) => {
    const url = /^URL.*?:(.*)$/m.exec(event.replaceAll(/\r\n[ \t]/g, ''))?.[1]?.trim() ?? '';
    return ids.some((id) => url.endsWith(`/${id}/`));
  });
  if (chosen.length === 0) return undefined;
  // A selection isn't the calendar that readers subscribe to: it has neither its name nor its address.
  const head = calendar
    .slice(0, calendar.indexOf('BEGIN:VEVENT'))
    .replaceAll(/^(?:NAME|X-WR-CALNAME|URL|SOURCE|REFRESH-INTERVAL|X-PUBLISHED-TTL)[;:].*\r\n(?:[ \t].*\r\n)*/gm, '');
  return `${head}${chosen.join('')}END:VCALENDAR\r\n`;
}
