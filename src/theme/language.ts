import { createHash } from 'node:crypto';
import type { Edition } from '../model/edition.ts';
import { fieldColours } from './fields.ts';
import { fontFaces, fontsFor } from './fonts.ts';

/**
 * Languages whose styles stand in the pages themselves, each with a hash in the security policy. More would fill the
 * line that Cloudflare reads; their pages link to a file instead, which costs a request.
 */
const roomFor = 5;

export interface StyleFile {
  /** Name of the file, with a hash of its text. */
  file: string;
  css: string;
}

/** What all pages in a language share beside the style sheets: fonts of its letters, colours of the edition's fields. */
export async function languageStyles(edition: Edition, lang: string): Promise<string> {
  const fonts = fontFaces(await fontsFor(edition, lang));
  return `${fonts}${fieldColours(edition.entries.fields)}:root{--origin:"${edition.site.address}"}`;
}

/** The file that pages in `lang` link to; undefined where the styles stand in them. */
export async function languageStyleFile(edition: Edition, lang: string): Promise<StyleFile | undefined> {
  if (edition.site.languages.length <= roomFor) return undefined;
  const css = await languageStyles(edition, lang);
  return { file: `${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`, css };
}
