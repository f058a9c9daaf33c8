/**
 * The kinds of content. Each has a folder, a section of the site and a schema. Facts are in the file of the default
 * language; translations only have words (docs/contract.md, section 1).
 */
import { z } from 'zod';
import { events } from './events.ts';
import { fields } from './fields.ts';
import { hostCities } from './host-cities.ts';
import { meeting } from './meeting.ts';
import { news } from './news.ts';
import { pages } from './pages.ts';
import { pastHosts } from './past-hosts.ts';
import { people } from './people.ts';
import { sessions } from './sessions.ts';
import { venues } from './venues.ts';

export { shownWordKeys, wordKeys } from './words.ts';
export { motifs } from './fields.ts';

/** Each kind by its name. The shapes are composed into Zod objects below. */
const shapes = {
  meeting,
  'host-cities': hostCities,
  'past-hosts': pastHosts,
  events,
  sessions,
  news,
  people,
  venues,
  fields,
  pages,
} as const;

export type Kind = keyof typeof shapes;
export const kinds = Object.keys(shapes) as Kind[];

type Shapes = typeof shapes;
/** The facts of a kind; of several kinds, the union. */
export type Facts<K extends Kind> = { [P in K]: z.output<z.ZodObject<Shapes[P]['facts']>> }[K];

/** The words of an entry in one language. Only some kinds have the optional ones. */
export interface Words {
  title: string;
  summary: string;
  notice?: string | undefined;
  theme?: string | undefined;
  organisers?: string[] | undefined;
  outcomes?: string[] | undefined;
  aliases?: string[] | undefined;
}

/** The keys of a kind's words. */
export const wordKeysOf = (kind: Kind): string[] => Object.keys(shapes[kind].words);
export const factKeysOf = (kind: Kind): string[] => Object.keys(shapes[kind].facts);

/** The description of a kind, for editors. */
export const aboutKind = (kind: Kind): string => shapes[kind].about;

/** Schema of a file in the default language: words and facts. */
export const originalSchema = (kind: Kind) => z.strictObject({ ...shapes[kind].words, ...shapes[kind].facts });
/** Schema of a translation: words only. */
export const translationSchema = (kind: Kind) => z.strictObject(shapes[kind].words);

/** The first segment of a kind's addresses; '' for pages, which are at the root. */
export const sectionOf: Record<Kind, string> = {
  meeting: 'about',
  'host-cities': 'host-cities',
  'past-hosts': 'past-hosts',
  events: 'events',
  sessions: 'programme',
  news: 'news',
  people: 'people',
  venues: 'venues',
  fields: 'fields',
  pages: '',
};

/** Sections that have their own page; a menu may name these besides pages. */
export const sections = [
  'about',
  'programme',
  'events',
  'news',
  'people',
  'host-cities',
  'past-hosts',
  'fields',
  'network',
  'venues',
  'sources',
  'data',
  'list',
  'search',
  'translations',
] as const;

/** Slugs that pages can't have, because something else is at that address. */
export const reservedSlugs: readonly string[] = [
  ...sections,
  '404',
  'index',
  'pagefind',
  'calendar',
  'fonts',
  'share',
  'maps',
  'pictures',
  'documents',
  '_astro',
];
