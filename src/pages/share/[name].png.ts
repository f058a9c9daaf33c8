import type { APIRoute } from 'astro';
import { loadEdition } from '../../build-context.ts';
import type { Card } from '../../share/card.ts';
import { drawAll, pictureOf } from '../../share/draw.ts';
import { shareCards } from '../../share/index.ts';

export async function getStaticPaths() {
  const cards = shareCards(loadEdition());
  if (import.meta.env.PROD) await drawAll(cards.values());
  return [...cards].map(([name, card]) => ({ params: { name }, props: { card } }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await pictureOf(props.card)), { headers: { 'Content-Type': 'image/png' } });
