import { addressOf, pagesOf } from '../../page-addresses.ts';
import { readBody } from '../../body.ts';
import { confusableIndex, describeCharacter } from '../../schema/characters.ts';
import { decoded } from '../../pictures.ts';
import { didYouMean } from '../../schema/did-you-mean.ts';
import { addressProblem, pathWithin, schemes } from '../../schema/web-address.ts';
import { fragmentsOf } from '../../link-targets.ts';
import type { ReadFile, RuleContext } from './context.ts';

/**
 * A link must lead to another site, or to a page, a file or a heading on this one. Paths must be root-relative.
 *
 * @returns what is wrong with the target of a link in a file, or undefined
 */
export function linkChecker(context: RuleContext): (target: string, file: ReadFile) => string | undefined {
  const { site, entries } = context.edition;
  const pages = pagesOf(entries);
  const addresses = [...context.addresses];
  const languages = site.languages.map(({ code }) => code.toLowerCase());

  return (target, file) => {
    if (target === '') return 'the link is empty; write its address between the round brackets';
    const space = confusableIndex(target);
    if (space >= 0) return `the address "${target}" is wrong: ${describeCharacter(target, space)}`;
    if (/^www\.|^[\w-]+\.(com|org|net|eu|int|info|pl|fr|uk)(\/|$)/i.test(target))
      return `the link "${target}" must begin with https://, because it leads to another site`;
    if (/^[^\s/@:]+@[^\s/@]+\.[a-z]+$/i.test(target))
      return `the link "${target}" must begin with mailto:, because it is an e-mail address`;
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
      const path = pathWithin(site.address, target);
      return path === undefined
        ? addressProblem(target, schemes.link)
        : `the link "${target}" leads to this site; write it from the root: ${path}`;
    }
    return ownProblem(target, file);
  };

  function ownProblem(target: string, file: ReadFile): string | undefined {
    const [path = '', fragment] = target.split('#');
    if (path === '') {
      const entry = pages.get(addressOf(file.kind, file.slug));
      const ids = fragmentsOf(context.edition, addressOf(file.kind, file.slug), entry);
      return fragmentProblem(file.file, [...headingIds(file.translation), ...ids], fragment ?? '');
    }
    if (!path.startsWith('/') || path.startsWith('//'))
      return `the link "${target}" must begin with a single / (the root of the site), like /events/`;
    const first = path.split('/')[1] ?? '';
    if (languages.includes(first.toLowerCase()))
      return `the link "${target}" names the language; leave that out: ${path.slice(first.length + 1) || '/'}`;
    const address = path.split('?')[0] as string;
    if (!context.addresses.has(address)) {
      // The calendar or data file may come from a file that can't be read.
      if (!context.allRead && /\.\w+$/.test(address)) return undefined;
      if (context.addresses.has(`${address}/`)) return `the link "${target}" must end in a slash: ${address}/`;
      return `there is no page "${address}"${didYouMean(address, addresses)}`;
    }
    if (fragment === undefined) return undefined;
    const entry = address === '/' ? undefined : pages.get(address);
    const linkedText = entry && (entry.translations[file.lang] ?? entry.translations[site.languages[0]?.code ?? '']);
    const ids = fragmentsOf(context.edition, address, entry);
    if (linkedText) return fragmentProblem(linkedText.file, [...headingIds(linkedText), ...ids], fragment);
    // The mistakes in an unreadable file are reported separately, and its headings aren't known.
    if (!pages.has(address) || ids.includes(decoded(fragment))) return undefined;
    return `there is no heading "#${fragment}" at ${address}${didYouMean(fragment, ids)}`;
  }
}

const headingIds = ({ body, extension }: Pick<ReadFile['translation'], 'body' | 'extension'>): string[] =>
  readBody(body, extension).headings.map(({ id }) => id);

const fragmentProblem = (file: string, ids: readonly string[], fragment: string): string | undefined =>
  ids.includes(decoded(fragment))
    ? undefined
    : `there is no heading "#${fragment}" in ${file}${didYouMean(fragment, ids)}`;
