import { pagesOf } from '../addresses.ts';
import { hint } from '../suggest.ts';
import type { RuleContext } from './context.ts';

/** Redirects that lead nowhere, in a circle, or away from a page that is there. */
export function redirects(context: RuleContext): void {
  const all = context.edition.redirects;
  const pages = pagesOf(context.edition.entries);
  for (const [from, to] of Object.entries(all)) {
    const tell = (message: string) =>
      context.error('redirects.yaml', context.settings['redirects.yaml']([from]), from, message);
    if (!/^\/(?:[\w.~%-]+\/)+$/.test(from)) {
      tell(`"${from}" must be an old address of this site from its root, with a slash at both ends, like /old/`);
      continue;
    }
    if (pages.has(from)) tell(`there is a page at "${from}"; delete this line or move the page`);
    if (/^https?:\/\//.test(to)) {
      if (!URL.canParse(to)) tell(`"${to}" is no web address; correct it`);
      continue;
    }
    const path = to.split('#')[0] as string;
    if (pages.has(path)) continue;
    if (Object.hasOwn(all, path)) {
      const seen = new Set([from]);
      let next: string | undefined = path;
      while (next !== undefined && !seen.has(next)) {
        seen.add(next);
        next = all[next];
      }
      tell(
        next === undefined
          ? `"${to}" is itself redirected; name the last address`
          : `"${from}" leads in a circle; name a page that is there`,
      );
    } else tell(`there is no page "${to}"${hint(to, [...pages.keys()])}`);
  }
}
