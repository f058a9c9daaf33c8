/**
 * The fonts of the share pictures: every package of Fontsource among the project's dependencies, the site's own first. Who
 * writes an edition in a script that they lack adds one: `npm install @fontsource-variable/noto-sans-jp`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { dependencies, versionOf } from '../cache.ts';

export interface FontPart {
  /** Name under which a design asks for it. */
  family: string;
  /** The package with its version: what a picture was drawn with. */
  origin: string;
  file: string;
  /** First and last code points of what is in it. */
  ranges: [number, number][];
}

const own = '@fontsource-variable/brygada-1918';

/** All parts of all fonts. Each package divides its font by script, and says which letters are where. */
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
        // Large scripts are cut in numbered parts, whose names stand in brackets.
        file: join(folder, 'files', `${short}-${part.replace(/^\[(.*)\]$/, '$1')}-${axis}-normal.woff2`),
        ranges: range.split(',').map((piece) => {
          const [from = '', to = from] = piece.trim().replace('U+', '').split('-');
          return [parseInt(from, 16), parseInt(to, 16)] as [number, number];
        }),
      }));
    });
}

let kept: FontPart[] | undefined;

export const shareFonts = (): FontPart[] => (kept ??= readFonts());

/** The letters of a text that no font of the pictures has. */
export function missingLetters(text: string): string[] {
  const letters = new Set([...text.normalize('NFC')].filter((letter) => !/\s|\p{Cf}/u.test(letter)));
  return [...letters].filter((letter) => {
    const point = letter.codePointAt(0) as number;
    return !shareFonts().some(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to));
  });
}
