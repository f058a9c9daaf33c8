import type { APIRoute } from 'astro';
import { loadEdition } from '../../edition.ts';
import { pageIn } from '../../i18n/index.ts';
import { pagesOf } from '../../model/addresses.ts';
import type { Card } from '../../seo/share/card.ts';
import { cardOf, pictureName, pictureOf } from '../../seo/share/index.ts';

/**
 * While developing: a picture for each page in each language. A build lays only those there that its pages name, which
 * it knows when they are made (integrations/share-pictures.ts).
 */
export function getStaticPaths() {
  if (import.meta.env.PROD) return [];
  const edition = loadEdition();
  const cards = new Map<string, Card>();
  for (const { code } of edition.site.languages)
    for (const [address, entry] of pagesOf(edition.entries)) {
      const card = cardOf(pageIn(edition, code, address, entry));
      cards.set(pictureName(card), card);
    }
  return [...cards].map(([name, card]) => ({ params: { name }, props: { card } }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await pictureOf(props.card)), { headers: { 'Content-Type': 'image/png' } });
