import type { Event, PerformingGroup, Person } from 'schema-dts';
import type { PageContext } from '../../i18n/page-context.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import { localize, type Entry } from '../../model/edition.ts';
import type { Item } from '../../model/items.ts';
import { participantsOf, personOf } from '../../model/people.ts';
import type { PersonType, Role } from '../../model/schema/participants.ts';
import { idOf, oneOrMany, urlOf } from './ids.ts';

/** The roles of people who prepare an event without appearing at it. */
const behind: readonly Role[] = ['arranger', 'director', 'organiser', 'expert'];

/** Does somebody in this role perform, in schema.org's broad sense: play, speak or read? */
const isPerforming = (role: Role): boolean => !behind.includes(role);

/** The performers of an event, without duplicates. */
export function performersOf(page: PageContext, item: Item): Exclude<Event, string>['performer'] {
  const people = participantsOf(page.edition, item)
    .filter(({ role }) => isPerforming(role))
    .flatMap((group) => group.people);
  return oneOrMany(
    [...new Set(people)].map(({ entry, name, type }) => typed(type, entry ? nameOf(page, entry) : { name })),
  );
}

type Known = Pick<
  Extract<Person, { '@type': 'Person' }>,
  '@id' | 'name' | 'url' | 'description' | 'alternateName' | 'sameAs' | 'performerIn'
>;

const typed = (type: PersonType, known: Known): Person | PerformingGroup =>
  type === 'group' ? { '@type': 'PerformingGroup', ...known } : { '@type': 'Person', ...known };

const nameOf = (page: PageContext, entry: Entry<'people'>): Known => ({
  '@id': idOf(page, addressOfEntry(entry), 'person'),
  name: localize(page.edition, entry, page.lang).words.title,
  url: urlOf(page, entry),
});

/** A person or group, as shown on their own page. @param events returns references to the events of items */
export function personOrGroup(
  page: PageContext,
  entry: Entry<'people'>,
  events: (of: Item[]) => Known['performerIn'],
): Person | PerformingGroup {
  const { words } = localize(page.edition, entry, page.lang);
  const appearances = personOf(page.edition, entry)?.appearances ?? [];
  return typed(entry.facts.type, {
    ...nameOf(page, entry),
    description: words.summary,
    alternateName: oneOrMany(words.aliases),
    sameAs: entry.facts.website,
    performerIn: events(
      appearances.flatMap(({ of, roles }) => (of.kind !== 'meeting' && roles.some(isPerforming) ? [of] : [])),
    ),
  });
}
