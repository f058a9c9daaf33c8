import { codeOf, type Facet } from '../calendar/facets.ts';

/** A part of the page by its class, with the codes of its entries: it goes when the last of them goes. */
export interface Part {
  name: string;
  entries: readonly string[][];
}

/**
 * Styles by which radio buttons choose entries without a script. They know positions only (choices.ts), so they are
 * the same for each language, and no edition needs its own.
 *
 * What is chosen in a group is its checked button; or, while "all" is checked there, the one that the address's fragment
 * names. An entry shows when no chosen value is missing among its codes; a part of the page, when one of its entries does.
 */
export function choiceStyles(choices: readonly Facet[], parts: readonly Part[]): string {
  if (choices.length === 0) return '';
  const page = '.programme';
  const chosen = ':is(:checked,[data-all=link]:checked~:target)';
  const excludes = (codes: readonly string[]) =>
    `:has(input${chosen}:not(${['[data-all]', ...codes.map((code) => `.${code}`)].join()}))`;
  const allExcluded = (entries: readonly string[][]) => [...new Set(entries.map(excludes))].join('');

  return [
    `${page}:has(input${chosen}:not([data-all])) .part{display:block}`,
    `${page}:has(input${chosen}:not([data-all])) .whole{display:none}`,
    `${page}${allExcluded(parts.flatMap(({ entries }) => entries))} .none{display:block}`,
    ...choices.flatMap(({ name, values }) =>
      values.map((_, index) => {
        const code = codeOf(name, index);
        return `${page}:has(input.${code}${chosen}) [data-in]:not([data-in~=${code}]){display:none}`;
      }),
    ),
    // The strip of days keeps its columns: there a day is only taken out of sight.
    ...parts.map(
      ({ name, entries }) => `${page}${allExcluded(entries)} .${name}{display:var(--kept,none);visibility:hidden}`,
    ),
  ].join('');
}
