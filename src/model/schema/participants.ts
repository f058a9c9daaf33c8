import type { z } from 'zod';
import { country, group, list, oneOf, slugOf, text } from './values.ts';

/** What people do at an event, in the order in which pages list these roles. */
export const roles = [
  'speaker',
  'performer',
  'conductor',
  'author',
  'laureate',
  'guest',
  'moderator',
  'host',
  'arranger',
  'director',
  'organiser',
  'expert',
] as const;
export type Role = (typeof roles)[number];

export const personTypes = ['person', 'group'] as const;
export type PersonType = (typeof personTypes)[number];

export const personType = oneOf(...personTypes);

/** Facts about a person: in their file or, if they have none, next to their name. */
export const personFacts = {
  country: country.optional().meta({
    title: 'Country',
    description: 'The country that they came from, as an ISO 3166-1 code of two capital letters.',
    example: 'PT',
  }),
  sortName: text(1, 70, 'the name for sorting').optional().meta({
    title: 'Name for sorting',
    description: 'The surname first, like "Doe Roe, Jane"; only where it isn’t the last word of the name.',
    example: 'Doe Roe, Jane',
  }),
};

const participant = group(
  {
    who: slugOf('people').optional().meta({
      title: 'Who',
      description: 'The name of the person’s file in people/; give either this or name.',
      example: 'jane-doe',
    }),
    name: text(1, 70, 'the name').optional().meta({
      title: 'Name',
      description: 'The name of somebody without a file.',
      example: 'Jane Doe',
    }),
    as: oneOf(...roles).meta({ title: 'As', description: 'What they did there.', example: 'speaker' }),
    field: slugOf('fields').optional().meta({
      title: 'Creative field',
      description: 'The creative field that they represented, if it isn’t that of the event.',
      example: 'literature',
    }),
    type: personType.optional().meta({
      title: 'Person or group',
      description: 'group for a band or an orchestra; only with name, because a person’s file has its own type.',
      example: 'group',
    }),
    ...personFacts,
  },
  'name: Jane Doe, as: speaker',
).check((context) => {
  const { who, name, ...rest } = context.value;
  const report = (message: string, path: string[] = []) =>
    context.issues.push({ code: 'custom', message, input: context.value, path });
  if (who === undefined && name === undefined)
    report('this names nobody; add who: with the name of a file in people/, or name:');
  if (who === undefined) return;
  if (name !== undefined) report('who: and name: can’t be used together; delete one of them', ['name']);
  for (const key of ['type', 'country', 'sortName'] as const)
    if (rest[key] !== undefined) report(`the file people/${who} says this; delete it here`, [key]);
});

/** Who takes part in an event, a session or the meeting. */
export const people = list(participant, '{ name: Jane Doe, as: speaker }')
  .optional()
  .meta({
    title: 'People',
    description: 'Who took part: a file in people/ or just a name, and a role.',
    example: [{ name: 'Jane Doe', as: 'speaker' }],
  });

export type Participant = z.output<typeof participant>;
