import { participantsOf, type Occasion, type Person } from '../model/people.ts';
import type { PageContext } from './page-context.ts';
import { typeset } from './typography.ts';

export interface Name {
  title: string;
  /** The person's page; undefined for a person without a file. */
  href: string | undefined;
  lang: string | undefined;
}

export const nameOf = (page: PageContext, { entry, name }: Person): Name =>
  entry ? page.ref(entry) : { title: typeset(page.lang, name), href: undefined, lang: undefined };

/** Who takes part in something, by role; the label of a role is plural for several people. */
export const peopleByRole = (page: PageContext, occasion: Occasion): { label: string; people: Person[] }[] =>
  participantsOf(page.edition, occasion).map(({ role, people }) => ({
    label: page.t(`roles.${role}`, { count: people.length }),
    people,
  }));
