import { formatDays } from '../../src/calendar/dates-and-times.ts';
import type { BuiltPage } from './pages.ts';

/** A node of JSON-LD. */
export type Node = Record<string, unknown>;

interface Form {
  /** Google's documentation of the type, as of November 2026. */
  source: string;
  required: readonly string[];
  recommended: readonly string[];
}

const docs = 'https://developers.google.com/search/docs/appearance';

/** What Google's documentation requires and recommends. */
export const google: Record<string, Form> = {
  Event: {
    source: `${docs}/structured-data/event`,
    required: ['name', 'startDate', 'location', 'location.address'],
    // Also recommended, but given only for moved events: previousStartDate.
    recommended: [
      'description',
      'endDate',
      'eventStatus',
      'image',
      'location.name',
      'offers',
      'organizer',
      'performer',
    ],
  },
  BreadcrumbList: {
    source: `${docs}/structured-data/breadcrumb`,
    // Each ListItem has name and position, and all but the last an item.
    required: ['itemListElement'],
    recommended: [],
  },
  Dataset: {
    source: `${docs}/structured-data/dataset`,
    required: ['name', 'description', 'distribution.contentUrl'],
    // Also recommended, but left out, as there is no single one: creator.
    recommended: [
      'isAccessibleForFree',
      'license',
      'temporalCoverage',
      'variableMeasured',
      'distribution.encodingFormat',
      'url',
    ],
  },
  WebSite: { source: `${docs}/site-names`, required: ['name', 'url'], recommended: [] },
};

/** The parsed structured data of a page; undefined if it has none. @throws if it isn't JSON */
export function dataOf(page: BuiltPage): Node | undefined {
  const scripts = [...page.html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  if (scripts.length > 1) throw new Error(`${page.file} has ${scripts.length} blocks of structured data`);
  return scripts[0] && (JSON.parse(scripts[0][1] as string) as Node);
}

/** All nodes of a tree that have a @type, the root first. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [...('@type' in node ? [node] : []), ...Object.values(node).flatMap(nodesOf)];
}

const listed = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Do all nodes at a dotted path have a value? */
export function has(node: Node, path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  const values = listed(node[first]);
  return values.length > 0 && values.every((value) => rest.length === 0 || has(value as Node, rest.join('.')));
}

/** Collapses white space. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The visible text of a page, and what a screen reader adds. */
function shown(page: BuiltPage): string {
  const main = page.document.querySelector('main');
  const labels = [...(main?.querySelectorAll('[aria-label]') ?? [])].map((element) =>
    element.getAttribute('aria-label'),
  );
  return plain([main?.textContent, ...labels].join(' '));
}

/** All URLs and @ids in a tree. */
function addresses(value: unknown, key = ''): { key: string; value: string }[] {
  if (typeof value === 'string')
    return /^(@id|url|item|contentUrl|urlTemplate|image|sameAs|license)$/.test(key) ? [{ key, value }] : [];
  if (Array.isArray(value)) return value.flatMap((inner) => addresses(inner, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => addresses(inner, name));
}

function emptyValues(value: unknown, path: string): string[] {
  if (value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)) return [path];
  return typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => emptyValues(inner, `${path}.${key}`))
    : [];
}

export interface Surroundings {
  origin: string;
  timeZone: string;
  /** Does a path exist on the site? */
  exists: (path: string) => boolean;
  /** The @ids that some page of the site describes. */
  defined: ReadonlySet<string>;
}

/** The faults in a page's structured data, each in a few words. */
export function faultsOf(page: BuiltPage, site: Surroundings): string[] {
  const root = dataOf(page);
  if (!root) return ['no structured data'];
  const faults = emptyValues(root, '').map((path) => `${path} is empty`);
  const text = shown(page);
  const checkText = (what: string, value: unknown) => {
    if (!text.includes(plain(String(value)))) faults.push(`the page doesn't show ${what} "${String(value)}"`);
  };
  if (root['@context'] !== 'https://schema.org') faults.push('the context is not schema.org');

  for (const { key, value } of addresses(root)) {
    const bare = value.replace('{search_term_string}', 'x');
    if (!URL.canParse(bare) || !/^https?:/.test(bare)) faults.push(`${key} "${value}" is not an absolute address`);
    else if (bare.startsWith(`${site.origin}/`)) {
      const { pathname, hash } = new URL(bare);
      if (!site.exists(decodeURI(pathname))) faults.push(`${key} "${value}" is not on the site`);
      if (key === '@id' && hash && !site.defined.has(value)) faults.push(`no page describes "${value}"`);
    } else if (
      key !== 'license' &&
      ![...page.document.querySelectorAll('main a[href]')].some((link) => link.getAttribute('href') === value)
    )
      faults.push(`the page has no link to ${key} "${value}"`);
  }

  for (const node of nodesOf(root)) {
    const type = String(node['@type']);
    for (const path of google[type]?.required ?? []) if (!has(node, path)) faults.push(`${type} has no ${path}`);
    if (type === 'Event') eventFaults(node);
    if (type === 'BreadcrumbList') crumbFaults(node);
    if (type === 'Dataset') {
      checkText('the name', node['name']);
      checkText('the description', node['description']);
      // Google's documentation: between 50 and 5,000 characters.
      if (String(node['description']).length < 50) faults.push('the description of a Dataset is under 50 characters');
    }
    if (['City', 'Place', 'Person', 'PerformingGroup'].includes(type)) {
      checkText('the name', node['name']);
      for (const name of listed(node['alternateName'])) checkText('the other name', name);
    }
    if (type === 'Organization') checkText('the organisation', node['name']);
  }
  return faults;

  function eventFaults(event: Node) {
    checkText('the name', event['name']);
    checkText('the description', event['description']);
    const moments = ['startDate', 'endDate'].flatMap((key) => (key in event ? [String(event[key])] : []));
    for (const moment of moments) {
      try {
        if (!moment.includes('T')) Temporal.PlainDate.from(moment, { overflow: 'reject' });
        else if (Temporal.Instant.from(moment).toZonedDateTimeISO(site.timeZone).offset !== moment.slice(16))
          faults.push(`"${moment}" doesn't have the offset of ${site.timeZone}`);
      } catch {
        faults.push(`"${moment}" is not a date`);
        return;
      }
    }
    const [starts = '', ends = starts] = moments;
    if (ends < starts) faults.push(`the event ends on ${ends}, before it starts`);
    const hours = moments.filter((moment) => moment.includes('T')).map((moment) => moment.slice(11, 16));
    for (const hour of hours) checkText('the time', hour);
    // An event that ends after midnight is shown on the day on which it begins.
    const night = hours.length === 2 && Temporal.Instant.from(starts).until(ends).total('hours') < 24;
    checkText('the date', formatDays(page.lang, starts, night ? undefined : ends));
  }

  function crumbFaults(list: Node) {
    const items = listed(list['itemListElement'] as Node[] | undefined);
    const visible = [...page.document.querySelectorAll('.crumbs li')].map((item) => ({
      name: plain(item.textContent ?? ''),
      href: item.querySelector('a')?.getAttribute('href') ?? undefined,
    }));
    if (items.length !== visible.length) faults.push(`${items.length} breadcrumbs instead of ${visible.length}`);
    items.forEach((item, index) => {
      const { name, href } = visible[index] ?? {};
      if (item['position'] !== index + 1) faults.push(`breadcrumb ${index + 1} is number ${String(item['position'])}`);
      if (plain(String(item['name'])) !== name)
        faults.push(`breadcrumb ${index + 1} is "${String(item['name'])}", not "${name}"`);
      if (item['item'] !== (href && site.origin + href))
        faults.push(`breadcrumb ${index + 1} leads to ${String(item['item'])}`);
    });
  }
}
