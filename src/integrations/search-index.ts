import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';

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
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        if (written.errors.length > 0)
          throw new Error(`the search index couldn't be written: ${written.errors.join('; ')}`);
        await pagefind.close();
        logger.info(`${pages} pages`);
      },
    },
  };
}
