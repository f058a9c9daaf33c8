/** Spaces and invisible characters that word processors put in, and that neither YAML nor Markdown takes for a space. */
const names: Record<string, string> = {
  '\u00a0': 'non-breaking space',
  '\u1680': 'Ogham space',
  '\u2002': 'en space',
  '\u2003': 'em space',
  '\u2007': 'figure space',
  '\u2009': 'thin space',
  '\u200a': 'hair space',
  '\u200b': 'zero-width space',
  '\u202f': 'narrow non-breaking space',
  '\u2060': 'word joiner',
  '\u3000': 'ideographic space',
  '\ufeff': 'byte order mark',
};

/** All of them, for a character class. */
export const oddSpaces = Object.keys(names).join('');
const oddSpace = new RegExp(`[${oddSpaces}]`);

/** The first of them in a text, by its name and code: `a non-breaking space (U+00A0)`. */
export function nameOfSpace(text: string): string | undefined {
  const character = oddSpace.exec(text)?.[0];
  if (character === undefined) return undefined;
  const name = names[character] ?? '';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name} (U+${code})`;
}
