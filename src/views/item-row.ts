import { agendaOf } from '../calendar/programme-days.ts';
import { audienceOf, fragmentOf, type Dimension } from '../calendar/facets.ts';
import { cityOf, entryOf, venueOf, type Item } from '../model/items.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { fieldClass } from '../theme/fields.ts';
import { statusLabelsOf, type StatusLabel } from '../calendar/status-labels.ts';

interface Name {
  title: string;
  lang: string | undefined;
}

/** A session or event in a list, without its times. */
export interface ItemRow extends Name {
  href: string;
  /** Labels for its schedule changes. */
  statusLabels: StatusLabel[];
  /** Venue and city, if known, and “online” if it is. */
  places: Name[];
  audience: { name: 'delegates' | 'public'; text: string };
  /** Its creative fields, the main one first, with their CSS classes. */
  fields: (Name & { class: string })[];
  /** True if it has all fields of the edition, and there are more than two. */
  everyField: boolean;
}

export function rowOf(page: PageContext, item: Item): ItemRow {
  const { edition } = page;
  const audience = audienceOf(item);
  const fields = (item.facts.fields ?? []).flatMap((slug) => entryOf(edition, 'fields', slug) ?? []);
  return {
    ...page.ref(item),
    statusLabels: statusLabelsOf(page, item),
    places: placesOf(page, item),
    audience: { name: audience, text: page.t(`audience.${audience}`) },
    fields: fields.map((field) => ({ ...page.ref(field), class: fieldClass(edition.entries.fields, field.slug) })),
    everyField: fields.length > 2 && fields.length === edition.entries.fields.length,
  };
}

/** Venue and city, if known, and “online” if it is. */
export function placesOf(page: PageContext, item: Item): Name[] {
  const places = [venueOf(page.edition, item.facts.venue), cityOf(page.edition, item)];
  const online = { title: page.t('plans.online'), lang: page.foreign('plans.online') };
  return [
    ...places.flatMap((place) => (place ? [page.ref(place)] : [])),
    ...(item.facts.online === undefined ? [] : [online]),
  ];
}

/** A link to the programme filtered by one value, if the programme has that filter. */
export function chosenInProgramme(page: PageContext, name: Dimension, value: string): string | undefined {
  const { filters } = agendaOf(page.edition);
  const offered = filters.some((filter) => filter.name === name && filter.values.includes(value));
  return offered ? page.link(`/programme/#${fragmentOf(name, value)}`) : undefined;
}
