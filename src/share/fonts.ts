/**
 * The fonts of the share pictures: all Fontsource packages among the dependencies, the site's own first. For a script
 * that they lack, install another one: `npm install @fontsource-variable/noto-sans-jp`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { dependencies, versionOf } from '../cache.ts';

export interface FontPart {
  /** Family name in the design. */
  family: string;
  /** The package with its version. */
  origin: string;
  file: string;
  /** First and last code points. */
  ranges: [number, number][];
}

const own = '@fontsource-variable/brygada-1918';

/** All parts of all fonts. A package has a file per script, and a list of the code points of each. */
function readFonts(): FontPart[] {
  const require = createRequire(resolve('package.json'));
  const names = Object.keys(dependencies).filter((name) => /^@fontsource(-variable)?\//.test(name));
  return names
    .sort((a, b) => Number(b === own) - Number(a === own))
    .flatMap((name) => {
      const folder = dirname(require.resolve(`${name}/package.json`));
      const parts = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
      const short = name.slice(name.indexOf('/') + 1);
      const axis = name.startsWith('@fontsource-variable') ? 'wght' : '400';
      return Object.entries(parts).map(([part, range]) => ({
        family: short,
        origin: versionOf(name),
        // Large scripts have numbered parts, with names in brackets.
        file: join(folder, 'files', `${short}-${part.replace(/^\[(.*)\]$/, '$1')}-${axis}-normal.woff2`),
        ranges: range.split(',').map((piece) => {
          const [from = '', to = from] = piece.trim().replace('U+', '').split('-');
          return [parseInt(from, 16), parseInt(to, 16)] as [number, number];
        }),
      }));
    });
}

let fonts: FontPart[] | undefined;

export const shareFonts = (): FontPart[] => (fonts ??= readFonts());

/** The letters of a text that are in none of the fonts. */
export function missingLetters(text: string): string[] {
  const letters = new Set(Array.from(text.normalize('NFC')).filter((letter) => !/\s|\p{Cf}/u.test(letter)));
  return [...letters].filter((letter) => {
    const point = letter.codePointAt(0) as number;
    return !shareFonts().some(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to));
  });
}
