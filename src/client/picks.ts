/**
 * The reader's list as data. A pick is the address of a session's or event's page, without language and outer slashes
 * (`events/summer-concert`). Pure functions.
 */

const pattern = /^(?:events|programme)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** More than any programme has. */
const most = 1000;

/** The picks in a stored text, in the order in which they were added. Anything else in it is ignored. */
export function readPicks(stored: string | null): string[] {
  try {
    const found: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(found)
      ? [...new Set(found.filter((pick): pick is string => typeof pick === 'string' && pattern.test(pick)))]
      : [];
  } catch {
    return [];
  }
}

/** Adds a pick to the list, or removes it. */
export const toggled = (picks: readonly string[], pick: string): string[] =>
  picks.includes(pick) ? picks.filter((other) => other !== pick) : [...picks, pick];

/** @param moved the pick that replaces each old one (movedPicks in views/own-list.ts); '' if there is none */
export const followMoves = (picks: readonly string[], moved: Record<string, string>): string[] =>
  [...new Set(picks.map((pick) => (Object.hasOwn(moved, pick) ? moved[pick] : pick) ?? ''))].filter(Boolean);

/** Reverts one change, from `before` to `after`, in a list that may have changed since, here or in another tab. */
export const reverted = (current: readonly string[], before: readonly string[], after: readonly string[]): string[] =>
  [...new Set([...before, ...current])].filter((pick) =>
    before.includes(pick) === after.includes(pick) ? current.includes(pick) : before.includes(pick),
  );

/** The list as the fragment of a link: `v1/events/one,two/programme/three`. */
export function toFragment(picks: readonly string[]): string {
  const sections = new Map<string, string[]>();
  for (const pick of picks) {
    const [section = '', slug = ''] = pick.split('/');
    sections.set(section, [...(sections.get(section) ?? []), slug]);
  }
  return ['v1', ...[...sections].map(([section, slugs]) => `${section}/${slugs.join(',')}`)].join('/');
}

/** The picks in a link's fragment; undefined if any part of it is invalid. */
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
  const picks = new Set<string>();
  for (let at = 0; at < parts.length; at += 2)
    for (const slug of (parts[at + 1] ?? '').split(',')) picks.add(`${parts[at]}/${slug}`);
  return picks.size <= most && [...picks].every((pick) => pattern.test(pick)) ? [...picks] : undefined;
}

/**
 * A calendar file with only the picks, made from the file of the whole programme, which already has folded lines and a
 * time zone.
 *
 * @param calendar iCalendar text from this site: each VEVENT has the URL of its page
 * @returns undefined if none of the picks is in the file
 */
export function calendarOfPicks(calendar: string, picks: readonly string[]): string | undefined {
  const events = calendar.match(/^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm) ?? [];
  const picked = events.filter((event) => {
    const url = /^URL.*?:(.*)$/m.exec(event.replaceAll(/\r\n[ \t]/g, ''))?.[1]?.trim() ?? '';
    return picks.some((pick) => url.endsWith(`/${pick}/`));
  });
  if (picked.length === 0) return undefined;
  // A selection isn't the calendar that readers subscribe to: it has neither its name nor its address.
  const head = calendar
    .slice(0, calendar.indexOf('BEGIN:VEVENT'))
    .replaceAll(/^(?:NAME|X-WR-CALNAME|URL|SOURCE|REFRESH-INTERVAL|X-PUBLISHED-TTL)[;:].*\r\n(?:[ \t].*\r\n)*/gm, '');
  return `${head}${picked.join('')}END:VCALENDAR\r\n`;
}
