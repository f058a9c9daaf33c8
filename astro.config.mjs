import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { historyOf } from './src/git/history.ts';
import { checkPublicFiles } from './src/integrations/check-public-files.ts';
import { contentWatcher } from './src/integrations/content-watcher.ts';
import { headersAndRedirects } from './src/integrations/headers-and-redirects.ts';
import { pictureImports } from './src/integrations/picture-imports.ts';
import { preprocessMdx } from './src/integrations/preprocess-mdx.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { sitemap } from './src/integrations/sitemap.ts';
import { readContentOnce } from './src/model/read/read-content-once.ts';
import { buildFolders, contentDir, historyFile, isChecked, siteBase } from './src/settings.ts';

const content = contentDir();
// The build command checks the content itself; in development, the server starts even with unreadable
// content and then shows what is wrong.
const { edition } = readContentOnce(content, isChecked());
const history = historyOf(content, historyFile());
const { outDir, cacheDir } = buildFolders(content);

export default defineConfig({
  site: edition?.site.address,
  base: edition && siteBase(edition.site.address),
  outDir,
  cacheDir,
  trailingSlash: 'always',
  build: { format: 'preserve', inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [
    // Must come before mdx(), which compiles its output.
    ...(edition ? [preprocessMdx(content, edition)] : []),
    mdx(),
    pictureImports(content),
    contentWatcher(content),
    ...(edition
      ? [
          checkPublicFiles(),
          sitemap(edition, history.known ? history.log : undefined),
          searchIndex(edition),
          headersAndRedirects(edition),
        ]
      : []),
  ],
  vite: {
    resolve: { alias: { '@content': content } },
    worker: { format: 'es' },
    server: { fs: { allow: ['.', content] } },
  },
});
