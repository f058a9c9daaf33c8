import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { historyOf } from './src/git/history.ts';
import { contentOverlay } from './src/integrations/content-overlay.ts';
import { contentPictures } from './src/integrations/content-pictures.ts';
import { edgeFiles } from './src/integrations/edge-files.ts';
import { mdxNotes } from './src/integrations/mdx-notes.ts';
import { publicFiles } from './src/integrations/public-files.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { siteMap } from './src/integrations/site-map.ts';
import { contentOf } from './src/model/read/content-once.ts';
import { buildFolders, contentDir, historyFile, isChecked, siteBase } from './src/settings.ts';

const content = contentDir();
const { edition } = contentOf(content, isChecked());
// The build command checks the content before it starts Astro. In development, the server starts even with unreadable
// content, and then shows what is wrong.
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
    // Before mdx(), which compiles the changed text.
    ...(edition ? [mdxNotes(content, edition)] : []),
    mdx(),
    contentPictures(content),
    contentOverlay(content),
    ...(edition
      ? [
          publicFiles(),
          siteMap(edition, history.known ? history.log : undefined),
          searchIndex(edition),
          edgeFiles(edition),
        ]
      : []),
  ],
  vite: {
    resolve: { alias: { '@content': content } },
    worker: { format: 'es' },
    server: { fs: { allow: ['.', content] } },
  },
});
