import type { APIRoute } from 'astro';
import { loadEdition } from '../build-context.ts';
import { siteUrl } from '../settings.ts';

/** Robots Exclusion Protocol, RFC 9309. A preview at another address disallows everything. */
export const GET: APIRoute = () => {
  const { site } = loadEdition();
  const preview = siteUrl(site.address) !== site.address;
  const lines = preview
    ? ['User-agent: *', 'Disallow: /']
    : ['User-agent: *', 'Allow: /', '', `Sitemap: ${site.address}/sitemap-index.xml`];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
