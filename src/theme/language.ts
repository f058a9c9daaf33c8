import { createHash } from 'node:crypto';
import type { Edition } from '../model/edition.ts';
import { fieldColours } from './fields.ts';
import { fontFaces, fontsFor } from './fonts.ts';
import { scriptStyles } from './script-styles.ts';

/**
 * The most languages whose styles are inline, each with a hash in the security policy. With more, the policy would
 * exceed Cloudflare's limit, so pages link to a stylesheet instead, which costs a request.
 */
const roomFor = 5;

export interface StyleFile {
  /** File name, with a content hash. */
  file: string;
  css: string;
}

/**
 * The styles of a language: fonts for its characters, what its script needs, and the colours of the edition's fields.
 */
export async function languageStyles(edition: Edition, lang: string): Promise<string> {
  const fonts = fontFaces(await fontsFor(edition, lang));
  return `${fonts}${fieldColours(edition.entries.fields)}${scriptStyles(edition.site)}:root{--origin:"${edition.site.address}"}`;
}

/** The stylesheet that pages in `lang` link to; undefined if their styles are inline. */
export async function languageStyleFile(edition: Edition, lang: string): Promise<StyleFile | undefined> {
  if (edition.site.languages.length <= roomFor) return undefined;
  const css = await languageStyles(edition, lang);
  return { file: `${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`, css };
}
