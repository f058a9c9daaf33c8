import type { Page } from '../i18n/page.ts';
import type { Entry } from '../model/edition.ts';
import { fieldClass, inOrder } from '../styles/fields.ts';
import { weave, type Motif } from './weave.ts';

/** The motifs of the meeting's hosts: the first runs along, the next one crosses it; one host crosses itself. */
function hostMotifs(page: Page): { along: Motif; across: Motif } {
  const { meeting, fields, 'host-cities': cities } = page.edition.entries;
  const motifs = (meeting[0]?.facts.hosts ?? []).flatMap((slug) => {
    const city = cities.find((host) => host.slug === slug);
    return fields.find((field) => field.slug === city?.facts.field)?.facts.motif ?? [];
  });
  const along = motifs[0] ?? 'lines';
  return { along, across: motifs.find((motif) => motif !== along) ?? along };
}

/** The large weave behind the home page's title: a dot for every field. */
export function heroWeave(page: Page): string {
  const { fields } = page.edition.entries;
  return weave({
    slug: page.edition.site.name,
    ...hostMotifs(page),
    dots: inOrder(fields).map((field) => fieldClass(fields, field.slug)),
    width: 640,
    height: 462,
  });
}

/** The band above a page's title: dots in the page's own fields. */
export function bandWeave(page: Page, entry: Entry): string {
  const { fields } = page.edition.entries;
  const facts = entry.facts as { field?: string; fields?: string[] };
  const own = entry.kind === 'fields' ? [entry.slug] : (facts.fields ?? (facts.field ? [facts.field] : []));
  const motif =
    entry.kind === 'fields' ? { along: entry.facts.motif, across: hostMotifs(page).across } : hostMotifs(page);
  return weave({
    slug: entry.slug,
    ...motif,
    dots: own.map((slug) => fieldClass(fields, slug)),
    width: 1152,
    height: 66,
  });
}
