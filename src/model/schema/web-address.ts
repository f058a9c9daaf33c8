/** Schemes that addresses in the content may have, by purpose. */
export const schemes = {
  web: ['https', 'http'],
  contact: ['https', 'http', 'mailto', 'tel'],
  link: ['https', 'http', 'mailto', 'tel', 'geo', 'webcal'],
} as const;

/** Phone numbers and coordinates in their standard format: RFC 3966 (global numbers) and RFC 5870. */
const forms: Readonly<Record<string, { form: RegExp; example: string }>> = {
  'mailto:': { form: /^mailto:[^\s@,;:<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/i, example: 'mailto:mail@example.org' },
  'tel:': { form: /^tel:\+[0-9][0-9().-]*[0-9](;[\w.=-]+)*$/i, example: 'tel:+48123456789, without spaces' },
  'geo:': {
    form: /^geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?(,-?\d+(\.\d+)?)?(;[\w.=-]+)*(\?\S*)?$/i,
    example: 'geo:50.06,19.94',
  },
};

/**
 * Hosts that only the editor's own computer or network can reach (RFC 6761, RFC 6762).
 *
 * @param host as normalised by the URL parser: IPv4 in four decimal parts, IPv6 in brackets.
 * The CMS runs this in the browser, where `node:net` isn't available.
 */
function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (/(^|\.)(localhost|local|internal|lan|home\.arpa)$/.test(name)) return true;
  if (/^\d+(\.\d+){3}$/.test(name)) return /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(name);
  return /^\[(::1?\]|f[cd]|fe[89ab])/.test(name);
}

/**
 * What is wrong with an address for readers; undefined if it is valid.
 *
 * @param allowed schemes without their colon
 */
export function addressProblem(value: string, allowed: readonly string[] = schemes.web): string | undefined {
  const example =
    allowed === schemes.web
      ? 'a full web address, like https://example.org/page'
      : `an address that begins with one of ${allowed.map((scheme) => `${scheme}:`).join(', ')}`;
  const wrong = `"${value}" must be ${example}`;
  if (/[\s<>"\\]/.test(value) || !URL.canParse(value)) return wrong;
  const { protocol, hostname, username } = new URL(value);
  if (!allowed.includes(protocol.slice(0, -1))) return wrong;
  const special = forms[protocol];
  if (special) return special.form.test(value) ? undefined : `"${value}" must look like ${special.example}`;
  if (!/^[a-z]+:\/\/[^/]/i.test(value))
    return `"${value}" must have two slashes after the colon, like https://example.org/page`;
  if (isPrivateHost(hostname))
    return `"${value}" works only on your own computer or network; write an address that readers can open`;
  if (username !== '') return `"${value}" contains a user name or password; remove it`;
  if (!hostname.includes('.') && !hostname.startsWith('['))
    return `"${value}" has no domain like example.org; correct it`;
  return undefined;
}

/**
 * The path of an address within a site, from the site's root, however the address is written: with another scheme, in
 * upper case, with `www.`, in Unicode. Undefined for an address of another site.
 */
export function pathWithin(site: string, address: string): string | undefined {
  if (!URL.canParse(address) || !URL.canParse(site)) return undefined;
  const [one, other] = [new URL(address), new URL(site)];
  const host = ({ hostname, port }: URL) => `${hostname.replace(/^www\./, '').replace(/\.$/, '')}:${port}`;
  if (!/^https?:$/.test(one.protocol) || host(one) !== host(other)) return undefined;
  const base = other.pathname.replace(/\/$/, '');
  if (one.pathname !== base && !one.pathname.startsWith(`${base}/`)) return undefined;
  return `${one.pathname.slice(base.length) || '/'}${one.search}${one.hash}`;
}
