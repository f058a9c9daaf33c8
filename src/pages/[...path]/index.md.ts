import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import { hasMarkdown, markdownOf } from '../../exports/markdown.ts';
import { localAddress } from '../../i18n/addresses.ts';
import { pageContext, type PageContext } from '../../i18n/page-context.ts';
import { addressOfEntry } from '../../model/page-addresses.ts';
import type { Entry } from '../../model/edition.ts';

/** Each entry's Markdown, next to its page. */
export function getStaticPaths() {
  const edition = loadEdition();
  const entries = Object.values(edition.entries).flat() as Entry[];
  return edition.site.languages.flatMap(({ code }) =>
    entries
      .map((entry) => ({ entry, page: pageContext(edition, code, addressOfEntry(entry), entry) }))
      .filter(({ page }) => hasMarkdown(page))
      .map(({ entry, page }) => ({
        params: { path: localAddress(edition.site, code, page.address).slice(1, -1) },
        props: { entry, page },
      })),
  );
}

export const GET: APIRoute<{ page: PageContext; entry: Entry }> = ({ props }) =>
  new Response(markdownOf(props.page, props.entry));
