import type { RuleContext } from './context.ts';

/** The addresses that readers have been given, one a line; `npm run published` adds those of today. */
export const publishedFile = '_published.txt';

/** An address that was ever published may not vanish: it must be a page, or be led on by redirects.yaml. */
export function published(context: RuleContext): void {
  context.published.split('\n').forEach((line, index) => {
    const address = line.trim();
    if (address === '' || context.addresses.has(address) || Object.hasOwn(context.edition.redirects, address)) return;
    context.error(
      publishedFile,
      index + 1,
      '',
      `"${address}" was published and is gone; say in redirects.yaml where it leads now, like "${address}": "/"`,
    );
  });
}
