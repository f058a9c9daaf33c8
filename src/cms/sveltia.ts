import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The buggy code: it reads the validation state of a language that has no file, and throws. */
const bug = /Object\.values\((\w+\(\w+\)\[\w+\])\)(?=\.some\(\(\{valid:)/g;

/**
 * Serves Sveltia CMS from its package with a fix for version 0.221.1: in an entry that isn't translated into every
 * language, its forms fail to show errors. The source map, which is four times as large, is left out.
 */
export function sveltia(): Plugin {
  return {
    name: 'sveltia',
    // If bundled, it wouldn't find its fonts and locales. Our script's imports are optimised at startup, because doing
    // so later would change URLs that the page has already loaded.
    config: () => ({ optimizeDeps: { exclude: ['@sveltia/cms'], include: ['fastest-levenshtein', 'yaml', 'zod'] } }),
    load: {
      filter: { id: /@sveltia\/cms\/npm\/index\.js/ },
      handler: (id) => ({
        code: patch(readFileSync(id.split('?')[0] as string, 'utf8')),
        // Otherwise Vite would send the package's own map.
        map: { mappings: '' },
      }),
    },
  };
}

/** The script with the fix, or unchanged if it doesn't have the bug. */
export const patch = (code: string): string =>
  code.replace(bug, 'Object.values($1 ?? {})').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
