import { relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { formatPublished } from '../calendar/moments.ts';
import { withSourceNotes } from '../markdown/source-notes.ts';
import type { Edition } from '../model/edition.ts';

/** Gives MDX texts the definitions of their footnotes to sources, as our own renderer does for Markdown. */
export function mdxNotes(content: string, edition: Edition): AstroIntegration {
  return {
    name: 'mdx-notes',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'mdx-notes',
                enforce: 'pre',
                transform(code: string, id: string) {
                  const path = id.split('?')[0] as string;
                  if (!path.endsWith('.mdx') || relative(content, path).startsWith('..')) return undefined;
                  const lang = /\.([^.]+)\.mdx$/.exec(path)?.[1] ?? 'en';
                  return withSourceNotes(code, edition.sources, (date) => formatPublished(lang, date));
                },
              },
            ],
          },
        });
      },
    },
  };
}
