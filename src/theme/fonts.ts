/**
 * Brygada 1918 in subsets of the characters that a language's pages use. The package divides the font by script; each
 * part is subset to the edition's texts, so that a page loads one small file, and a second one for names in other
 * languages. Scripts that the font lacks are shown in the reader's serif font.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { cached, cacheFolder, versionOf } from '../cache.ts';
import { servedAddress } from '../i18n/addresses.ts';
import { countryName } from '../i18n/names.ts';
import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { shownWordKeys } from '../model/schema/words.ts';

export interface FontFile {
  /** File name, with a content hash. */
  file: string;
  data: Buffer;
  /** CSS unicode-range of its characters. */
  range: string;
}

const require = createRequire(import.meta.url);
const family = '@fontsource-variable/brygada-1918';

/** Basic Latin, and characters that the interface may use. */
const always = [...Array(95).keys()].map((index) => String.fromCharCode(32 + index)).join('') + '\u00a0·–—‘’“”„«»…©×°↩';

/** The font files for pages in `lang`, most needed first. */
export const fontsFor = (edition: Edition, lang: string): Promise<FontFile[]> =>
  memo(edition, `fonts in ${lang}`, () => makeFonts(lettersOf(edition, lang)));

/** Every character that pages in `lang` can show, including fallback text. */
function lettersOf(edition: Edition, lang: string): Set<string> {
  const texts: string[] = [always, edition.site.name, ...edition.site.languages.map(({ name }) => name)];
  for (const words of [edition.interface[lang], edition.interface[edition.site.languages[0]?.code ?? lang]])
    texts.push(...Object.values(words ?? {}));
  for (const entries of Object.values(edition.entries))
    for (const entry of entries) {
      const words = entry.translations[lang] ?? Object.values(entry.translations)[0];
      if (!words) continue;
      texts.push(words.body, ...shownWordKeys.flatMap((key) => words[key] ?? []));
    }
  for (const city of edition.cities) texts.push(city.names[lang] ?? city.name, countryName(lang, city.country));
  for (const source of Object.values(edition.sources)) texts.push(source.title);
  for (const month of Array(12).keys())
    texts.push(
      new Intl.DateTimeFormat(lang, { month: 'long', weekday: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(2024, month, month + 1)),
      ),
    );
  // Typesetting adds narrow non-breaking spaces to French texts later.
  const letters = new Set(['\u202f']);
  for (const text of texts) for (const letter of text) letters.add(letter);
  return letters;
}

async function makeFonts(letters: Set<string>): Promise<FontFile[]> {
  const ranges = JSON.parse(readFileSync(require.resolve(`${family}/unicode.json`), 'utf8')) as Record<string, string>;
  const taken = new Set<string>();
  const files: FontFile[] = [];
  // The Latin part comes first, so that it provides the characters that are in two parts.
  for (const part of Object.keys(ranges).sort((a, b) => Number(b === 'latin') - Number(a === 'latin'))) {
    const wanted = [...letters]
      .filter((letter) => !taken.has(letter) && inRange(letter.codePointAt(0) as number, ranges[part] as string))
      .sort();
    if (wanted.length === 0) continue;
    for (const letter of wanted) taken.add(letter);
    const source = readFileSync(require.resolve(`${family}/files/brygada-1918-${part}-wght-normal.woff2`));
    const options = { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 600 } } } as const;
    const key = JSON.stringify([versionOf('subset-font'), versionOf(family), part, wanted, options]);
    const name = `${createHash('sha256').update(key).digest('hex').slice(0, 16)}.woff2`;
    const data = await cached(cacheFolder('fonts'), name, () => subsetFont(source, wanted.join(''), options));
    const hash = createHash('sha256').update(data).digest('hex').slice(0, 8);
    files.push({ file: `brygada-1918-${part}-${hash}.woff2`, data, range: rangeOf(wanted) });
  }
  return files;
}

/** @param range CSS unicode-range: `U+0000-00FF,U+0131` */
function inRange(point: number, range: string): boolean {
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace('U+', '').split('-');
    return point >= parseInt(from, 16) && point <= parseInt(to, 16);
  });
}

/** The shortest unicode-range for some characters. */
export function rangeOf(letters: readonly string[]): string {
  const points = letters.map((letter) => letter.codePointAt(0) as number).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

/** Address of a font file on the site. */
export const fontAddress = ({ file }: { file: string }): string => servedAddress(`/fonts/${file}`);

/** `@font-face` rules for a page. */
export const fontFaces = (files: readonly FontFile[]): string =>
  files
    .map(
      (file) =>
        `@font-face{font-family:"Brygada 1918";src:url(${fontAddress(file)}) format("woff2");font-weight:400 600;font-display:swap;unicode-range:${file.range}}`,
    )
    .join('');
