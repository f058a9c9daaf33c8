import { pagesOf } from '../page-addresses.ts';
import { readBody } from '../body.ts';
import type { Entry } from '../edition.ts';
import { sections } from '../schema/kinds.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { addressProblem, pathWithin } from '../schema/web-address.ts';
import { fragmentsOf } from '../link-targets.ts';
import type { RuleContext } from './helpers/context.ts';

/** Cloudflare's limit for redirects. Any further ones are small pages at the old addresses. */
export const redirectLimit = 2000;

/** Reports redirects to missing pages, in a loop, or from an address that still has a page. */
export function checkRedirects(context: RuleContext): void {
  const all = context.edition.redirects;
  const pages = context.addresses;
  const languages = context.edition.site.languages.map(({ code }) => code);
  // Each line becomes one redirect per language.
  const beyond = Object.keys(all)[Math.floor(redirectLimit / languages.length)];
  if (beyond !== undefined)
    context.note(
      'redirects.yaml',
      context.settings['redirects.yaml']([beyond]),
      beyond,
      `Cloudflare allows ${redirectLimit} redirects, and each line counts once per language; from here on, redirects are pages, which are slower, so put the most used addresses first`,
    );
  for (const [from, to] of Object.entries(all)) {
    const report = (message: string) =>
      context.error('redirects.yaml', context.settings['redirects.yaml']([from]), from, message);
    if (/^\/(?:[\w.~%-]+\/)*[\w.~%-]+\.ics$/.test(from)) {
      if (pages.has(from)) report(`"${from}" still has a calendar; delete this line`);
      else if (!to.endsWith('.ics') || !pages.has(to))
        report(
          `"${from}" is a calendar and can only redirect to another calendar; write its address, like "/calendar.ics"`,
        );
      continue;
    }
    if (!/^\/(?:[\w.~%-]+\/)+$/.test(from)) {
      report(`"${from}" must be an old address of this site from its root, with a slash at each end, like /old/`);
      continue;
    }
    const [, first = '', ...rest] = from.split('/');
    const shown = languages.includes(first) ? `/${rest.join('/')}` : from;
    if (pages.has(shown) || sections.some((section) => shown === `/${section}/`))
      report(`"${from}" still has a page; delete this line or move the page`);
    if (to.trim() === '') {
      report(`the new address of "${from}" is empty; write it, like "/events/"`);
      continue;
    }
    if (/^https?:/i.test(to)) {
      const path = pathWithin(context.edition.site.address, to);
      const problem =
        path === undefined ? addressProblem(to) : `"${to}" is on this site; write it from the root: ${path}`;
      if (problem !== undefined) report(problem);
      continue;
    }
    const path = to.split('#')[0] as string;
    const fragment = to.split('#')[1];
    const entry = path === '/' ? undefined : pagesOf(context.edition.entries).get(path);
    const ids = [...(entry ? headingIds(entry) : []), ...fragmentsOf(context.edition, path, entry)];
    if (fragment !== undefined && pages.has(path) && !ids.includes(fragment))
      report(`there is no heading "#${fragment}" at ${path}; correct it`);
    if (pages.has(path)) continue;
    if (Object.hasOwn(all, path)) {
      const seen = new Set([from]);
      let next: string | undefined = path;
      while (next !== undefined && !seen.has(next)) {
        seen.add(next);
        next = all[next];
      }
      report(
        next === undefined
          ? `"${to}" is itself redirected; write the final address`
          : `"${from}" redirects in a loop; write the address of a page`,
      );
    } else report(`there is no page "${to}"${didYouMean(to, [...pages])}`);
  }
}

const headingIds = (entry: Entry) =>
  new Set(
    Object.values(entry.translations).flatMap(({ body, extension }) =>
      readBody(body, extension).headings.map(({ id }) => id),
    ),
  );
