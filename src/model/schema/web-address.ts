/**
 * What is wrong with an absolute web address, for fields and links alike.
 *
 * @param address     as it is written: `https://example.org/page`
 * @param siteAddress `address` of site.yaml, where a link to the site itself is wrong too
 * @returns a message with the remedy, or undefined where nothing is wrong
 */
export function webAddressProblem(address: string, siteAddress?: string): string | undefined {
  const url = /[\s<>"]/.test(address) ? null : URL.parse(address);
  if (url && isLocal(url.hostname)) return `"${address}" leads to your own computer or network; write a public address`;
  if (!url || !/[.:]/.test(url.hostname))
    return `"${address}" isn't a web address; write it in full, like https://example.org/page`;
  const quote = /[„“”‚‘’«»‹›…–—]+$/.exec(address)?.[0];
  if (quote !== undefined) return `the address "${address}" ends in ${quote}; put a space before that character`;
  if (siteAddress !== undefined && isSameSite(url, siteAddress))
    return `"${address}" leads to this site; write it from the root: ${url.pathname}${url.search}${url.hash}`;
  return undefined;
}

/** Loopback and private addresses (RFC 1918), and names that only a local network has. */
const isLocal = (host: string): boolean =>
  /^(?:(?:.*\.)?localhost|.*\.(?:local|internal)|(?:127|10)(?:\.\d+){3}|192\.168(?:\.\d+){2}|0\.0\.0\.0|\[::1?\])\.?$/i.test(
    host,
  );

/** The same host in any spelling: http, another port, `www.`, a dot at the end. */
function isSameSite(url: URL, siteAddress: string): boolean {
  const plain = (host: string) => host.replace(/^www\.|\.$/g, '');
  const site = URL.parse(siteAddress);
  return site !== null && plain(url.hostname) === plain(site.hostname);
}
