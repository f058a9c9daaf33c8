import type { Edition } from '../model/edition.ts';
import { fieldColours } from './fields.ts';
import { fontFaces, fontsFor } from './fonts.ts';
import { writingSystemStyles } from './writing-systems.ts';

/**
 * The styles of a language: fonts for its characters, rules for its script, and the colours of the edition's fields.
 */
export async function languageStyles(edition: Edition, lang: string): Promise<string> {
  const fonts = fontFaces(await fontsFor(edition, lang));
  return `${fonts}${fieldColours(edition.entries.fields)}${writingSystemStyles(edition.site)}:root{--origin:"${edition.site.address}"}`;
}
