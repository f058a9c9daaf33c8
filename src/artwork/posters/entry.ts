/** The poster of an entry: its fields, days, text and city determine how it is drawn. */
import type { PageContext } from '../../i18n/page-context.ts';
import type { Edition, Entry } from '../../model/edition.ts';
import { inOrder } from '../../model/fields.ts';
import { cityOf, daysOf, type Item } from '../../model/items.ts';
import { defaultLanguage } from '../../model/schema/site.ts';
import { fieldsOf } from '../page-weaves.ts';
import { poster, type PosterField } from './poster.ts';

/**
 * The places where posters are used, with their aspect ratios: a card, a host's card, the top of a page, next to a
 * row, and a share picture.
 */
const ratios = { card: 1.5, host: 2, wide: 3.2, row: 1.5, share: 1 } as const;
export type PosterForm = keyof typeof ratios;

/** Posters of texts with at least this many characters have the maximum number of small elements. */
const longText = 5000;
const maxElements = 7;

/** The kinds of entries whose pages have a poster. */
const kinds: readonly string[] = ['events', 'sessions', 'fields', 'host-cities', 'past-hosts', 'venues'];
export const hasPoster = ({ kind }: Entry): boolean => kinds.includes(kind);

/** Draws the poster of an entry, which is the same in all languages. */
export function entryPoster({ edition }: PageContext, entry: Entry, form: PosterForm): string {
  const { meeting, 'host-cities': cities } = edition.entries;
  const city = placeOf(edition, entry);
  const hosts = meeting[0]?.facts.hosts ?? cities.map(({ slug }) => slug);
  const text = entry.translations[defaultLanguage(edition.site).code]?.body ?? '';
  return poster({
    seed: [entry.kind, entry.slug, city].join(' '),
    id: `${form[0]}-${entry.slug}`,
    fields: posterFields(edition, entry, city),
    ratio: ratios[form],
    count: Math.min(maxElements, elementsOf(edition, entry)),
    // In steps, so that small changes to the text don't change the drawing.
    detail: Math.min(4, Math.round((4 * text.length) / longText)) / 4,
    leansBack: city !== undefined && hosts.indexOf(city) % 2 === 1,
  });
}

/** The entry's fields. If it has none, those of its city or of the meeting's hosts; for a past host, all fields. */
function posterFields(edition: Edition, entry: Entry, city: string | undefined): PosterField[] {
  const { fields, meeting, 'host-cities': cities } = edition.entries;
  const ordered = inOrder(fields);
  const hosts = entry.kind === 'venues' && city ? [city] : (meeting[0]?.facts.hosts ?? []);
  const own = fieldsOf(entry);
  const slugs =
    own.length > 0
      ? own
      : entry.kind === 'past-hosts'
        ? ordered.map(({ slug }) => slug)
        : hosts.map((slug) => cities.find((host) => host.slug === slug)?.facts.field);
  const found = [...new Set(slugs)].flatMap((slug) => {
    const index = ordered.findIndex((field) => field.slug === slug);
    const field = ordered[index];
    return field ? [{ motif: field.facts.motif, colour: `f${index + 1}` }] : [];
  });
  return found.length > 0 ? found : [{ motif: 'lines', colour: '' }];
}

function placeOf(edition: Edition, entry: Entry): string | undefined {
  if (entry.kind === 'events' || entry.kind === 'sessions') return cityOf(edition, entry)?.slug;
  if (entry.kind === 'venues') return entry.facts.city;
  return entry.kind === 'host-cities' ? entry.slug : undefined;
}

/** The number of large elements: the days of an event or a meeting, the events of a field; otherwise one. */
function elementsOf(edition: Edition, entry: Entry): number {
  if (entry.kind === 'fields')
    return edition.entries.events.filter(({ facts }) => facts.fields.includes(entry.slug)).length;
  const dated = ['events', 'sessions', 'past-hosts', 'meeting'].includes(entry.kind);
  return dated ? daysOf(entry as Item).length : 1;
}
