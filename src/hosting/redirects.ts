import type { Edition } from '../model/edition.ts';
import { localAddress } from '../i18n/addresses.ts';

export interface Redirect {
  /** Old address, with its language and a slash at both ends. */
  from: string;
  /** New address in the same language, or on another site. */
  to: string;
  lang: string;
}

/**
 * The redirects of an edition in each of its languages. A line without a language applies to all; a line with one
 * applies only to that language, and takes precedence.
 */
export function redirectsOf({ site, redirects }: Edition): Redirect[] {
  const [original, ...others] = site.languages.map(({ code }) => code);
  const named = (address: string) => others.find((code) => address.startsWith(`/${code}/`));
  // An old calendar address serves a file instead: programs that subscribe may not follow redirects.
  const all = Object.entries(redirects).filter(([from]) => !from.endsWith('.ics'));
  return site.languages.flatMap(({ code: lang }) =>
    all.flatMap(([from, to]): Redirect[] => {
      const own = named(from);
      if (own !== undefined) return lang === own ? [{ from, to, lang }] : [];
      const local = localAddress(site, lang, from);
      if (lang !== original && Object.hasOwn(redirects, local)) return [];
      return [{ from: local, to: named(to) === undefined ? localAddress(site, lang, to) : to, lang }];
    }),
  );
}
