import { join, relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { formatPublished } from '../calendar/dates-and-times.ts';
import { withPlaces } from '../markdown/mdx-positions.ts';
import { escapeSingleTildes } from '../markdown/single-tildes.ts';
import { withSourceNotes } from '../markdown/source-notes.ts';
import { readContent } from '../model/read/content.ts';
import type { Edition } from '../model/edition.ts';

/** Adds footnote definitions for sources, and locations for error messages, to MDX files. */
export function preprocessMdx(content: string, edition: Edition): AstroIntegration {
  let isDev = false;
  return {
    name: 'preprocess-mdx',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        isDev = command === 'dev';
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'preprocess-mdx',
                enforce: 'pre',
                transform(code: string, id: string) {
                  const path = id.split('?')[0] as string;
                  if (!path.endsWith('.mdx') || relative(content, path).startsWith('..')) return undefined;
                  const lang = /\.([^.]+)\.mdx$/.exec(path)?.[1] ?? 'en';
                  // In development, changes to the sources show immediately.
                  if (isDev) this.addWatchFile(join(content, 'sources.yaml'));
                  const { sources } = (isDev && readContent(content, { checked: true }).edition) || edition;
                  const file = relative(content, path).split(sep).join('/');
                  return withPlaces(
                    withSourceNotes(escapeSingleTildes(code, 'mdx'), sources, (date) => formatPublished(lang, date)),
                    file,
                  );
                },
              },
            ],
          },
        });
      },
    },
  };
}
