import type { AstroIntegration } from 'astro';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import { compare } from '../model/problem.ts';

/** Makes Pagefind's index of the built pages, one per language, below /pagefind/. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({});
        if (!index) throw new Error(`the search index couldn't be made: ${errors.join('; ')}`);
        const { page_count: pages, errors: failures } = await index.addDirectory({ path: fileURLToPath(dir) });
        if (failures.length > 0) throw new Error(`the search index couldn't be made: ${failures.join('; ')}`);
        const { files } = await index.getFiles();
        for (const { path, content } of files) {
          // The interface is our own (browser/search.ts); Pagefind's would lie here for nobody.
          if (/-ui\.(js|css)$|highlight\.js$/.test(path)) continue;
          const target = fileURLToPath(new URL(`pagefind/${path}`, dir));
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, path.endsWith('pagefind-entry.json') ? inOrder(content) : content);
        }
        await pagefind.close();
        logger.info(`${pages} pages`);
      },
    },
  };
}

/** The entry file with its languages in a fixed order: Pagefind writes them in another one each time. */
function inOrder(content: Uint8Array): string {
  const entry = JSON.parse(new TextDecoder().decode(content)) as { languages: Record<string, unknown> };
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(([a], [b]) => compare(a, b)));
  return JSON.stringify({ ...entry, languages });
}
