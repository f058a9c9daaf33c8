/** The weave of each page: its motifs, and the colours of its dots. */
import type { PageContext } from '../i18n/page-context.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { fieldClass, fieldColours } from '../theme/fields.ts';
import type { Form } from './weave-forms.ts';
import { weave } from './weave.ts';
import type { Motif } from '../model/schema/fields.ts';

type Motifs = readonly [Motif, ...Motif[]];

/** The motifs of fields, without duplicates. */
function motifsOf({ entries }: Edition, slugs: readonly (string | undefined)[]): Motif[] {
  const motifs = slugs.flatMap((slug) => entries.fields.find((field) => field.slug === slug)?.facts.motif ?? []);
  return [...new Set(motifs)];
}

const orPlain = ([first, ...rest]: readonly Motif[]): Motifs => [first ?? 'lines', ...rest];

/** The motifs of the meeting's hosts, for pages that have none of their own. */
function hostMotifs(edition: Edition): Motifs {
  const { meeting, 'host-cities': cities } = edition.entries;
  const hosts = meeting[0]?.facts.hosts ?? [];
  return orPlain(
    motifsOf(
      edition,
      hosts.map((slug) => cities.find((host) => host.slug === slug)?.facts.field),
    ),
  );
}

/** The large weave of the home page: dots for all fields, and, within limits, as many rows as there were meetings. */
export function heroWeave({ edition }: PageContext): string {
  const { fields, meeting } = edition.entries;
  const motifs = hostMotifs(edition);
  // Rows of words can be closer together than rows of other motifs.
  const maxRows = motifs[0] === 'lines' ? 14 : 9;
  return weave({
    slug: edition.site.name,
    form: 'hero',
    motifs,
    dots: inOrder(fields).map((field) => fieldClass(fields, field.slug)),
    rows: Math.min(maxRows, Math.max(7, meeting[0]?.facts.edition ?? 0)),
  });
}

/** The band of a page that has no entry; it has no dots. */
export const bandWeave = ({ edition }: PageContext): string =>
  weave({ slug: 'none', form: 'band', motifs: hostMotifs(edition), dots: [] });

/** The fields that give an entry its motifs and colours. */
export function fieldsOf(entry: Entry): string[] {
  if (entry.kind === 'fields') return [entry.slug];
  const facts = entry.facts as { field?: string; fields?: string[]; with?: { field?: string }[] };
  return [facts.field, ...(facts.with ?? []).map(({ field }) => field), ...(facts.fields ?? [])].flatMap(
    (slug) => slug ?? [],
  );
}

/**
 * The weave of an entry. Fields, cities and past meetings have the motifs of their fields, others those of the hosts.
 * The dots have the colours of the entry's fields, and on the meeting's page those of all fields.
 */
export function entryWeave({ edition }: PageContext, entry: Entry, form: Form): string {
  const { fields } = edition.entries;
  const own = entry.kind === 'meeting' ? inOrder(fields).map(({ slug }) => slug) : fieldsOf(entry);
  const itsOwn = ['fields', 'host-cities', 'past-hosts'].includes(entry.kind) ? motifsOf(edition, own) : [];
  return weave({
    slug: `${entry.kind}-${entry.slug}`,
    form,
    motifs: itsOwn.length > 0 ? orPlain(itsOwn) : hostMotifs(edition),
    dots: own.map((slug) => fieldClass(fields, slug)),
  });
}

/** The weave of a page's share picture: its entry's weave, or the hosts' motifs with dots for all fields. */
export function shareWeave(page: PageContext): string {
  const { edition, entry, address } = page;
  const { fields } = edition.entries;
  if (entry && entry.kind !== 'pages' && address !== '/') return entryWeave(page, entry, 'share');
  return weave({
    slug: address,
    form: 'share',
    motifs: hostMotifs(edition),
    dots: inOrder(fields).map((field) => fieldClass(fields, field.slug)),
  });
}

/** The icon: the hosts' motifs simplified, with a dot for each host's field. */
export function iconWeave(edition: Edition): string {
  const { fields, meeting, 'host-cities': cities } = edition.entries;
  const hosts = meeting[0]?.facts.hosts ?? [];
  const slugs = [...new Set(hosts.map((slug) => cities.find((host) => host.slug === slug)?.facts.field))];
  return weave({
    slug: edition.site.name,
    form: 'icon',
    motifs: hostMotifs(edition),
    dots: slugs.map((slug) => fieldClass(fields, slug)),
  });
}

/** The site's icon as an SVG document, with colours for light and dark mode. */
export function iconFile(edition: Edition): string {
  const { fields } = edition.entries;
  const theme = (paper: string, thread: string, ink: string, lightness: number) =>
    `rect{fill:${paper}}.p{stroke:${paper}}.r{stroke:${thread}}.i{stroke:${ink}}circle{fill:oklch(${lightness} var(--chroma) var(--hue));stroke:${paper}}`;
  const style = `${fieldColours(fields)}circle{stroke-width:3}${theme('#fbf8f2', '#b9ab93', '#1a1613', 0.55)}@media(prefers-color-scheme:dark){${theme('#14120f', '#6b6155', '#f3ede2', 0.76)}}`;
  return iconWeave(edition)
    .replace('<svg class="weave"', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace('>', `><style>${style}</style><rect width="64" height="64"/>`)
    .concat('\n');
}
