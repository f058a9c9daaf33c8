import type { UnknownKey } from '../schema/unknown.ts';
import type { Entry } from '../edition.ts';
import { type Facts, type Kind, kinds, sections } from '../schema/kinds.ts';
import { addressOf, readersSections } from '../page-addresses.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { originals, type RuleContext } from './helpers/context.ts';

const nameOf: Partial<Record<Kind, string>> = {
  'host-cities': 'host city',
  venues: 'venue',
  fields: 'creative field',
  people: 'person',
};

/** Reports references to entries, sources and menu items that don't exist, and venues outside their event's city. */
export function checkReferences(context: RuleContext): void {
  const used = new Set<string>();
  const sources = context.sources ?? [];
  const check = (file: string, line: number, field: string, kind: Kind, slug: string | undefined) => {
    const slugs = context.known(kind);
    if (slug !== undefined && !slugs.includes(slug))
      context.error(file, line, field, `there is no ${nameOf[kind]} "${slug}"${didYouMean(slug, slugs)}`);
  };
  const checkSource = (file: string, line: number, field: string, key: string) => {
    used.add(key);
    if (context.sources && !context.sources.includes(key))
      context.error(file, line, field, `there is no source "${key}" in sources.yaml${didYouMean(key, sources)}`);
  };

  const concernable = kinds
    .filter((kind) => kind !== 'news')
    .flatMap((kind) => context.known(kind).map((slug) => addressOf(kind, slug)));
  for (const { entry, file } of originals(context)) {
    const at = (path: PropertyKey[]) => file.lineOf(path);
    const facts = entry.facts as Partial<
      Facts<'events'> & Facts<'meeting'> & Omit<Facts<'past-hosts'>, 'status'> & Facts<'host-cities'>
    >;
    check(file.file, at(['city']), 'city', 'host-cities', facts.city);
    check(file.file, at(['venue']), 'venue', 'venues', facts.venue);
    check(file.file, at(['field']), 'field', 'fields', facts.field);
    facts.fields?.forEach((slug, index) => check(file.file, at(['fields', index]), 'fields', 'fields', slug));
    facts.people?.forEach(({ who, field }, index) => {
      check(file.file, at(['people', index, 'who']), 'people', 'people', who);
      check(file.file, at(['people', index, 'field']), 'people', 'fields', field);
    });
    facts.hosts?.forEach((slug, index) => check(file.file, at(['hosts', index]), 'hosts', 'host-cities', slug));
    facts.with?.forEach((host, index) => check(file.file, at(['with', index, 'field']), 'with', 'fields', host.field));
    facts.sources?.forEach((key, index) => checkSource(file.file, at(['sources', index]), 'sources', key));
    facts.reports?.forEach((report, index) =>
      checkSource(file.file, at(['reports', index, 'source']), 'reports', report.source),
    );
    facts.transfers?.forEach((transfer, index) => {
      check(file.file, at(['transfers', index, 'from']), 'transfers', 'host-cities', transfer.from);
      check(file.file, at(['transfers', index, 'to']), 'transfers', 'host-cities', transfer.to);
      checkSource(file.file, at(['transfers', index, 'source']), 'transfers', transfer.source);
    });
    facts.transfers?.forEach(({ from, to }, index) => {
      if (from === to)
        context.error(
          file.file,
          at(['transfers', index, 'to']),
          'transfers',
          `this transfer goes from "${from}" to itself; correct from or to`,
        );
    });
    facts.inferred?.forEach((key, index) => {
      if (facts[key] === undefined)
        context.error(
          file.file,
          at(['inferred', index]),
          'inferred',
          `"${key}" is listed as inferred, but this file has no such field; delete it here`,
        );
    });
    facts.unknown?.forEach((key, index) => {
      if (isKnown(key, entry))
        context.error(
          file.file,
          at(['unknown', index]),
          'unknown',
          `"${key}" is listed as unknown, but this file has it; delete it here`,
        );
    });
    if (entry.kind === 'news')
      entry.facts.about?.forEach((address, index) => {
        if (!concernable.includes(address))
          context.error(
            file.file,
            at(['about', index]),
            'about',
            `news can't be about "${address}", which isn't the page of an entry${didYouMean(address, concernable, 0)}`,
          );
      });
    const meeting = context.edition.entries.meeting[0];
    if (entry.kind === 'past-hosts' && meeting && facts.edition === meeting.facts.edition)
      context.error(
        file.file,
        at(['edition']),
        'edition',
        `${facts.edition} is the number of this site's own meeting; correct it`,
      );
    sameCity(context, entry, file.file, at(['venue']));
  }
  for (const file of context.files)
    for (const { target, line } of file.body.footnotes) {
      used.add(target);
      if (context.sources && !context.sources.includes(target))
        context.error(
          file.file,
          file.translation.bodyLine + line - 1,
          '',
          `the footnote [^${target}] is neither a source nor defined in the text${didYouMean(target, sources)}`,
        );
    }
  context.edition.site.citySources?.forEach((key, index) =>
    checkSource('site.yaml', context.settings['site.yaml'](['citySources', index]), 'citySources', key),
  );
  if (context.edition.cities.length > 0 && !context.edition.site.citySources)
    context.error(
      'member-cities.csv',
      1,
      '',
      'this table has no sources; add them to site.yaml, like citySources: ["a-source"]',
    );
  // A file that can't be read may use any of these sources.
  for (const key of sources)
    if (context.allRead && !used.has(key))
      context.note(
        'sources.yaml',
        context.settings['sources.yaml']([key]),
        key,
        'no page uses this source; cite it or delete it',
      );

  const menu = [...context.known('pages'), ...sections];
  const forReaders = readersSections(context.edition.entries);
  context.edition.site.menu.forEach((item, index) => {
    if ((sections as readonly string[]).includes(item) && !forReaders.includes(item))
      context.note(
        'site.yaml',
        context.settings['site.yaml'](['menu', index]),
        'menu',
        item === 'people'
          ? 'no people are named in any file yet; the menu leaves this section out'
          : item === 'news'
            ? 'there is no news yet; the menu leaves this section out'
            : `the section "${item}" is for editors; the menu leaves it out`,
      );
    if (!menu.includes(item))
      context.error(
        'site.yaml',
        context.settings['site.yaml'](['menu', index]),
        'menu',
        `there is no section or page "${item}"${didYouMean(item, menu, 16)}`,
      );
  });
}

function sameCity(context: RuleContext, entry: Entry, file: string, line: number): void {
  const { city, venue } = entry.facts as { city?: string; venue?: string };
  const place = context.edition.entries.venues.find(({ slug }) => slug === venue);
  if (city !== undefined && place && place.facts.city !== city)
    context.error(
      file,
      line,
      'venue',
      `the venue "${venue}" is in "${place.facts.city}", but city says "${city}"; correct one of them`,
    );
}

/** Does an entry have a value for a field that it lists as unknown? */
function isKnown(key: UnknownKey, { facts, translations }: Entry): boolean {
  const { starts, admission, price } = facts as { starts?: string; admission?: string; price?: unknown };
  if (key === 'time') return starts?.includes('T') ?? false;
  if (key === 'price') return admission === 'free' || price !== undefined;
  if (key === 'organisers') return Object.values(translations).some(({ organisers }) => organisers !== undefined);
  return (facts as Partial<Record<UnknownKey, unknown>>)[key] !== undefined;
}
