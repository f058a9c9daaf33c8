/** Who takes part in the meeting, its events and sessions: people with a file in people/ or mentioned only by name. */
import type { Edition, Entry } from './edition.ts';
import { allItems, type Item } from './items.ts';
import { memo } from './memo.ts';
import { compare } from './problem.ts';
import { roles, type Participant, type PersonType, type Role } from './schema/participants.ts';

/** What people can take part in. */
export type Occasion = Item | Entry<'meeting'>;

export interface Appearance {
  of: Occasion;
  roles: Role[];
  /** Slug of the creative field that the person represented there. */
  field: string | undefined;
}

export interface Person {
  /** Their file; undefined for somebody mentioned only by name. */
  entry: Entry<'people'> | undefined;
  /** The name of somebody without a file; '' for people with a file, whose name is its title. */
  name: string;
  type: PersonType;
  country: string | undefined;
  sortName: string | undefined;
  /** Sorted by date; undated ones last. */
  appearances: Appearance[];
}

/** Everything that can name people: the meeting, events and sessions, by date. */
export const occasions = (edition: Edition): Occasion[] =>
  [...edition.entries.meeting, ...allItems(edition)].sort(
    (a, b) => compare(a.facts.starts ?? '~', b.facts.starts ?? '~') || compare(a.slug, b.slug),
  );

/** The occasion with this slug, as used in filters, if it names people. */
export const occasionNamed = (edition: Edition, slug: string): Occasion | undefined =>
  occasions(edition).find((occasion) => occasion.slug === slug && occasion.facts.people !== undefined);

const keyOf = ({ who, name }: Participant): string => (who === undefined ? `name ${name}` : `who ${who}`);

/** Everybody who has a file or is named, keyed by keyOf(). */
const everybody = (edition: Edition): ReadonlyMap<string, Person> =>
  memo(edition, 'everybody', () => {
    const found = new Map<string, Person>();
    for (const entry of edition.entries.people)
      found.set(`who ${entry.slug}`, {
        entry,
        name: '',
        type: entry.facts.type,
        country: entry.facts.country,
        sortName: entry.facts.sortName,
        appearances: [],
      });
    for (const of of occasions(edition))
      for (const participant of of.facts.people ?? []) {
        const { who, name = '', as: role, field } = participant;
        const key = keyOf(participant);
        const person = found.get(key) ?? {
          entry: undefined,
          name,
          type: 'person',
          country: undefined,
          sortName: undefined,
          appearances: [],
        };
        // The check reports a missing file.
        if (who !== undefined && person.entry === undefined) continue;
        if (person.entry === undefined) {
          // These facts need to be given only once.
          person.type = participant.type ?? person.type;
          person.country ??= participant.country;
          person.sortName ??= participant.sortName;
        }
        const last = person.appearances.at(-1);
        if (last?.of === of) last.roles.push(role);
        else person.appearances.push({ of, roles: [role], field });
        found.set(key, person);
      }
    return found;
  });

/** Everybody who has a file or takes part in the meeting, in no particular order. */
export const peopleOf = (edition: Edition): Person[] => [...everybody(edition).values()];

/** The person whose file in people/ this is. */
export const personOf = (edition: Edition, entry: Entry<'people'>): Person | undefined =>
  everybody(edition).get(`who ${entry.slug}`);

/** The people of an event, a session or the meeting by role; within a role in the order of the file. */
export function participantsOf(edition: Edition, occasion: Occasion): { role: Role; people: Person[] }[] {
  const named = occasion.facts.people ?? [];
  return roles.flatMap((role) => {
    const people = named
      .filter((participant) => participant.as === role)
      .flatMap((participant) => everybody(edition).get(keyOf(participant)) ?? []);
    return people.length > 0 ? [{ role, people }] : [];
  });
}

/** The creative fields of an appearance: the one that the person represented, or the event's. */
export const fieldsOfAppearance = ({ of, field }: Appearance): readonly string[] =>
  field !== undefined ? [field] : of.kind === 'meeting' ? [] : (of.facts.fields ?? []);

/** Does an edition name anybody? Without people, it has no page for them. */
export const hasPeople = (entries: Edition['entries']): boolean =>
  entries.people.length > 0 ||
  [...entries.meeting, ...entries.events, ...entries.sessions].some(({ facts }) => facts.people !== undefined);
