import type { AstroIntegration } from 'astro';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Store } from '../incremental/store.ts';
import { toolsOf, valuesOf } from '../incremental/values.ts';
import type { Edition } from '../model/edition.ts';
import { noting, unknowable, workedOut, type Part } from '../model/parts.ts';
import type { History } from '../seo/history.ts';
import { buildMoment } from '../settings.ts';

/** Routes whose answer is made from the edition alone, when it is asked for: pages, calendars, pages as Markdown. */
const keepable = /\.(astro|ics\.ts|md\.ts)$/;

/**
 * Keeps every page with the parts of the edition that it was made from (model/parts.ts), and takes it from there in the
 * next build if they are all as they were.
 *
 * Astro has an experimental flag for this, `incrementalBuild`, which isn't used: its key must be known before a page is
 * made, so it is a guess at what the page shows; it writes pages into its cache one by one and the list of their keys at
 * the end, so a build that is killed leaves pages of one edition under the keys of another; and its keys leave out the
 * version of Node, which formats every date.
 */
export function keptPages(
  edition: Edition,
  content: string,
  history: History | undefined,
): { integration: AstroIntegration; parts: () => Iterable<readonly Part[]> } {
  let folder = '';
  let store: Store;
  const integration: AstroIntegration = {
    name: 'kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.cacheDir), 'pages');
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const values = await valuesOf(edition, content, history, buildMoment(edition.site.timeZone));
        store = new Store(folder, toolsOf(edition, content), values);
        setPrerenderer((usual) => ({
          ...usual,
          name: 'kept-pages',
          render: async (request, options) => {
            const { component } = options.routeData;
            if (!keepable.test(component)) return usual.render(request, options);
            const address = new URL(request.url).pathname;
            const before = store.read(address);
            if (before) return new Response(new Uint8Array(before));
            const { made: answer, parts } = await noting(async () => {
              const rendered = await usual.render(request, options);
              const response = rendered instanceof Response ? rendered : rendered.response;
              // A page is made while it is read.
              return { response, body: new Uint8Array(await response.arrayBuffer()) };
            });
            const { response, body } = answer;
            if (response.ok && !parts.has(unknowable)) store.write(address, body, parts);
            else store.mention(parts);
            return new Response(body, response);
          },
        }));
      },
      'astro:build:done': () => store.finish(workedOut()),
    },
  };
  return { integration, parts: () => store.parts() };
}
