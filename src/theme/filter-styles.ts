import { codeOf, type Facet } from '../calendar/facets.ts';

/** A part of the page: its class and the codes of its entries. It is hidden if all its entries are. */
export interface PagePart {
  name: string;
  entries: readonly string[][];
}

/**
 * Styles for the filters of a list, which work without JavaScript. They use the positions of values
 * (calendar/facets.ts).
 *
 * The chosen value of a group is its checked radio button or, while "all" is checked, the one in the address's
 * fragment.
 * An entry is visible if its codes include all chosen values; a part of the page, if one of its entries is.
 *
 * @param page selector of the element with the filters and the list
 */
export function filterStyles(
  filters: readonly Facet<string>[],
  parts: readonly PagePart[],
  page = '.programme',
): string {
  if (filters.length === 0) return '';
  const chosen = ':is(:checked,[data-all=link]:checked~:target)';
  const excludes = (codes: readonly string[]) =>
    `:has(input${chosen}:not(${['[data-all]', ...codes.map((code) => `.${code}`)].join()}))`;
  const allExcluded = (entries: readonly string[][]) => [...new Set(entries.map(excludes))].join('');

  return [
    `${page}:has(input${chosen}:not([data-all])) .part{display:block}`,
    `${page}:has(input${chosen}:not([data-all])) .whole{display:none}`,
    `${page}${allExcluded(parts.flatMap(({ entries }) => entries))} .none{display:block}`,
    ...filters.flatMap(({ name, values }) =>
      values.map((_, index) => {
        const code = codeOf(name, index);
        return `${page}:has(input.${code}${chosen}) [data-in]:not([data-in~=${code}]){display:none}`;
      }),
    ),
    // In the strip of days, an empty day is only made invisible, so that the columns don't move.
    ...parts.map(
      ({ name, entries }) =>
        `${page}${allExcluded(entries)} .${name}{display:var(--when-empty,none);visibility:hidden}`,
    ),
  ].join('');
}
