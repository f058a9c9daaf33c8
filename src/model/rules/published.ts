import type { RuleContext } from './context.ts';

/** Addresses that were ever published, one per line; `npm run published` adds the current ones. */
export const publishedFile = '_published.txt';

/** A published address must stay a page or be redirected. */
export function published(context: RuleContext): void {
  context.published.split('\n').forEach((line, index) => {
    const address = line.trim();
    if (address === '' || context.addresses.has(address) || Object.hasOwn(context.edition.redirects, address)) return;
    context.error(
      publishedFile,
      index + 1,
      '',
      `"${address}" was published and no longer exists; add a redirect to redirects.yaml, like "${address}": "/"`,
    );
  });
}
