import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** ImageInfo at the faults of a language in which an entry has no file, and throws where it should find none. */
const fault = /Object\.values\((\w+\(\w+\)\[\w+\])\)(?=\.some\(\(\{valid:)/g;

/**
 * Serves Sveltia CMS from its package, with one fault of its version 0.221.1 mended: in an entry that isn't translated into
 * every language, the forms showed no more what is wrong in them. Its source map, of four times its size, is left out.
 */
export function sveltia(): Plugin {
  return {
    name: 'sveltia',
    // Bundled anew, it would lose its fonts and languages, which it finds by its own address. What our own script needs is made
    // ready at the start: found later, it would change addresses that the page has already asked for.
    config: () => ({ optimizeDeps: { exclude: ['@sveltia/cms'], include: ['yaml'] } }),
    load: {
      filter: { id: /@sveltia\/cms\/npm\/index\.js/ },
      handler: (id) => ({
        code: mend(readFileSync(id.split('?')[0] as string, 'utf8')),
        // Nothing to map to: the package's own map, which Vite would send along, is four times as big as the script.
        map: { mappings: '' },
      }),
    },
  };
}

/** The script of the CMS, mended; as it is where the fault isn't found any more. */
export const mend = (code: string): string =>
  code.replace(fault, 'Object.values($1 ?? {})').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
