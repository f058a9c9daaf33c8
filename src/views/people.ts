/** People as pages show them: the list from A to Z, who takes part in something, and what somebody took part in. */
import type { Facet } from '../calendar/facets.ts';
import { initial } from '../i18n/initials.ts';
import { alphabet } from '../i18n/locale.ts';
import { countryName } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { nameOf, peopleByRole, type Name } from '../i18n/people.ts';
import { inOrder } from '../model/fields.ts';
import { entryOf } from '../model/items.ts';
import {
  fieldsOfAppearance,
  occasions,
  peopleOf,
  personOf,
  type Appearance,
  type Occasion,
  type Person,
} from '../model/people.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import { localize, type Entry } from '../model/edition.ts';
import type { Fact } from './facts.ts';
import { sectionRef } from './menu.ts';

/** A name with the surname first, for sorting lists. */
export function sortNameOf(page: PageContext, { entry, name, sortName, type }: Person): string {
  const shown = entry ? page.localize(entry).words.title : name;
  // sortName is for the name in the default language; a translation may spell the name differently.
  const original = entry ? localize(page.edition, entry, defaultLanguage(page.edition.site).code).words.title : name;
  if (sortName !== undefined && shown === original) return sortName;
  const words = shown.split(' ');
  return type === 'group' || words.length < 2 ? shown : `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}

/** "Expert · Literature" */
export function roleOf(page: PageContext, { roles, field }: Appearance): string {
  const entry = entryOf(page.edition, 'fields', field);
  return [
    ...roles.map((role) => page.t(`roles.${role}`, { count: 1 })),
    ...(entry ? [page.ref(entry).title] : []),
  ].join(' · ');
}

/** What a person took part in, as a link, which has a short name for the meeting. */
export const occasionRef = (page: PageContext, occasion: Occasion): ReturnType<PageContext['ref']> =>
  occasion.kind === 'meeting' ? sectionRef(page, 'about') : page.ref(occasion);

export interface PersonRow extends Name {
  country: string | undefined;
  /** What they took part in, by date. */
  parts: { title: string; href: string; lang: string | undefined; role: string }[];
  events: string[];
  fields: string[];
}

export interface Letter {
  letter: string;
  people: PersonRow[];
}

/** Everybody, by surname in the alphabetical order of the page's language. */
export function peopleByLetter(page: PageContext): Letter[] {
  const order = alphabet(page.lang);
  const sorted = peopleOf(page.edition)
    .map((person) => ({ person, sort: sortNameOf(page, person) }))
    .sort((a, b) => order(a.sort, b.sort));
  const letters = Map.groupBy(sorted, ({ sort }) => initial(sort, page.lang));
  return [...letters].map(([letter, those]) => ({ letter, people: those.map(({ person }) => rowOf(page, person)) }));
}

function rowOf(page: PageContext, person: Person): PersonRow {
  const { appearances, country } = person;
  return {
    ...nameOf(page, person),
    country: country && countryName(page.lang, country),
    parts: appearances.map((appearance) => ({ ...occasionRef(page, appearance.of), role: roleOf(page, appearance) })),
    events: appearances.map(({ of }) => of.slug),
    fields: appearances.flatMap(fieldsOfAppearance),
  };
}

/** The filters of the list: only those with more than one value, and none for a short list. */
export function peopleFilters({ edition }: PageContext, rows: readonly PersonRow[]): Facet<'event' | 'field'>[] {
  if (rows.length < minPeople) return [];
  const filter = (name: 'event' | 'field', values: string[], key: 'events' | 'fields') => {
    const found = values.filter((value) => rows.some((row) => row[key].includes(value)));
    return found.length > 1 ? [{ name, values: found }] : [];
  };
  const events = [...new Set(occasions(edition).map(({ slug }) => slug))];
  const fields = inOrder(edition.entries.fields).map(({ slug }) => slug);
  return [...filter('event', events, 'events'), ...filter('field', fields, 'fields')];
}

const minPeople = 4;

export interface Participants {
  /** Their role, in the plural if there are several people. */
  label: string;
  people: (Name & { about: string | undefined })[];
}

/** Who takes part in something, by role, with the field or otherwise the country that they represent. */
export const participants = (page: PageContext, occasion: Occasion): Participants[] =>
  peopleByRole(page, occasion).map(({ label, people }) => ({
    label,
    people: people.map((person) => {
      const field = person.appearances.find(({ of }) => of === occasion)?.field;
      const entry = entryOf(page.edition, 'fields', field);
      const { country } = person;
      return {
        ...nameOf(page, person),
        about: entry ? page.ref(entry).title : country && countryName(page.lang, country),
      };
    }),
  }));

/** The participants as facts, for Markdown. */
export const participantFacts = (page: PageContext, occasion: Occasion): Fact[] =>
  participants(page, occasion).map(({ label, people }) => ({
    label,
    values: people.map(({ title, about }) => ({ text: about === undefined ? title : `${title} (${about})` })),
  }));

/** What a person took part in, and in which role, as facts. */
export const appearanceFacts = (page: PageContext, entry: Entry<'people'>): Fact[] =>
  (personOf(page.edition, entry)?.appearances ?? []).map((appearance) => ({
    label: roleOf(page, appearance),
    values: [{ text: page.ref(appearance.of).title }],
  }));
