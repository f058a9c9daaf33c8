/** A slug: lower-case ASCII letters, digits and hyphens, because it is part of a file name and of an address. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A text converted to a slug, as far as possible: `lodz-2033` for `Łódź_2033`. */
export const toSlug = (value: string): string =>
  value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
