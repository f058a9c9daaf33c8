/**
 * The reader's own list as data: what is picked, by the address of its page without slashes around it and without the
 * language (`events/summer-concert`), in the order in which it was picked. Pure; nothing here touches the page.
 */

const pattern = /^(?:events|programme)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** More than any programme has; a link that brings more is no honest one. */
const most = 1000;

/** The picks that a stored text holds; whatever else it holds is left out. */
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

/** Puts a pick on the list, or takes it off. */
export const toggled = (picks: readonly string[], pick: string): string[] =>
  picks.includes(pick) ? picks.filter((other) => other !== pick) : [...picks, pick];

/** The list as the fragment of a link: `v1/events/one,two/programme/three`. */
export function toFragment(picks: readonly string[]): string {
  const sections = new Map<string, string[]>();
  for (const pick of picks) {
    const [section = '', slug = ''] = pick.split('/');
    sections.set(section, [...(sections.get(section) ?? []), slug]);
  }
  return ['v1', ...[...sections].map(([section, slugs]) => `${section}/${slugs.join(',')}`)].join('/');
}

/** The picks of a link's fragment; undefined where it isn't one of ours, whole and unharmed. */
export function fromFragment(fragment: string): string[] | undefined {
  let text: string;
  try {
    // Some programs escape the commas of a link that they send.
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
 * A calendar file with nothing but the picks in it. Cut out of the file of the whole programme, so that lines stay folded
 * and the time zone covers all of them.
 *
 * @param calendar iCalendar text of the site's own making: each VEVENT has the URL of its page
 * @returns undefined when none of the picks is in the file
 */
export function calendarOfPicks(calendar: string, picks: readonly string[]): string | undefined {
  const events = calendar.match(/^BEGIN:VEVENT\r\n[^]*?^END:VEVENT\r\n/gm) ?? [];
  const kept = events.filter((event) => {
    const url = /^URL.*?:(.*)$/m.exec(event.replaceAll(/\r\n[ \t]/g, ''))?.[1]?.trim() ?? '';
    return picks.some((pick) => url.endsWith(`/${pick}/`));
  });
  if (kept.length === 0) return undefined;
  // What is picked is no longer the calendar that one subscribes to, nor called so.
  const head = calendar
    .slice(0, calendar.indexOf('BEGIN:VEVENT'))
    .replaceAll(/^(?:NAME|X-WR-CALNAME|URL|SOURCE|REFRESH-INTERVAL|X-PUBLISHED-TTL)[;:].*\r\n(?:[ \t].*\r\n)*/gm, '');
  return `${head}${kept.join('')}END:VCALENDAR\r\n`;
}
