import { pagesOf } from '../addresses.ts';
import { readBody } from '../body.ts';
import type { Entry } from '../edition.ts';
import { sections } from '../schema/kinds.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { addressProblem, pathWithin } from '../schema/web-address.ts';
import { fragmentsOf } from '../site-files.ts';
import type { RuleContext } from './context.ts';

/** How many redirects Cloudflare reads; the others work by a small page at the old address. */
export const redirectLimit = 2000;

/** Redirects that lead nowhere, in a circle, or away from a page that is there. */
export function redirects(context: RuleContext): void {
  const all = context.edition.redirects;
  const pages = context.addresses;
  const languages = context.edition.site.languages.map(({ code }) => code);
  // Each line is one in every language.
  const beyond = Object.keys(all)[Math.floor(redirectLimit / languages.length)];
  if (beyond !== undefined)
    context.note(
      'redirects.yaml',
      context.settings['redirects.yaml']([beyond]),
      beyond,
      `Cloudflare reads ${redirectLimit} redirects, and each line is one in every language, so from here on they work by a page that leads on, which is slower; put those that are asked for most at the top`,
    );
  for (const [from, to] of Object.entries(all)) {
    const tell = (message: string) =>
      context.error('redirects.yaml', context.settings['redirects.yaml']([from]), from, message);
    if (!/^\/(?:[\w.~%-]+\/)+$/.test(from)) {
      tell(`"${from}" must be an old address of this site from its root, with a slash at both ends, like /old/`);
      continue;
    }
    const [, first = '', ...rest] = from.split('/');
    const shown = languages.includes(first) ? `/${rest.join('/')}` : from;
    if (pages.has(shown) || sections.some((section) => shown === `/${section}/`))
      tell(`there is a page at "${from}"; delete this line or move the page`);
    if (to.trim() === '') {
      tell(`the new address of "${from}" is empty; write it, like "/events/"`);
      continue;
    }
    if (/^https?:/i.test(to)) {
      const path = pathWithin(context.edition.site.address, to);
      const problem =
        path === undefined ? addressProblem(to) : `"${to}" is on this site; write it from the root: ${path}`;
      if (problem !== undefined) tell(problem);
      continue;
    }
    const path = to.split('#')[0] as string;
    const fragment = to.split('#')[1];
    const entry = path === '/' ? undefined : pagesOf(context.edition.entries).get(path);
    const ids = [...(entry ? headingIds(entry) : []), ...fragmentsOf(context.edition, path, entry)];
    if (fragment !== undefined && pages.has(path) && !ids.includes(fragment))
      tell(`there is no heading "#${fragment}" at ${path}; correct it`);
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
    } else tell(`there is no page "${to}"${didYouMean(to, [...pages])}`);
  }
}

const headingIds = (entry: Entry) =>
  new Set(
    Object.values(entry.translations).flatMap(({ body, extension }) =>
      readBody(body, extension).headings.map(({ id }) => id),
    ),
  );
