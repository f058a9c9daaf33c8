import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtPage, type BuiltPage } from '../incremental/built-page.ts';
import { Store } from '../incremental/store.ts';
import { toolsOf, valuesOf } from '../incremental/values.ts';
import type { Edition } from '../model/edition.ts';
import { noting, unknowable, workedOut, type Part } from '../model/parts.ts';
import { compare } from '../model/problem.ts';
import type { History } from '../seo/history.ts';
import { buildMoment } from '../settings.ts';

/** Routes whose answer is made from the edition alone, when it is asked for: pages, calendars, pages as Markdown. */
const keepable = /\.(astro|ics\.ts|md\.ts)$/;

/** Told of each page of HTML that is made anew, in the order of their files. */
export type PageListener = (address: string, html: string, about: BuiltPage) => Promise<void>;

export interface KeptPages {
  integration: AstroIntegration;
  /** The parts of every page. */
  parts: () => Iterable<readonly Part[]>;
  /** Every page of HTML by its address, when all are made. */
  pages: () => ReadonlyMap<string, BuiltPage>;
  /** Hash of all that makes pages and is no part of the edition. */
  tools: () => string;
  onPage: (listener: PageListener) => void;
}

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * Keeps every page with the parts of the edition that it was made from (model/parts.ts), and takes it from there in the
 * next build if they are all as they were.
 *
 * Astro has an experimental flag for this, `incrementalBuild`, which isn't used: its key must be known before a page is
 * made, so it is a guess at what the page shows; it writes pages into its cache one by one and the list of their keys at
 * the end, so a build that is killed leaves pages of one edition under the keys of another; and its keys leave out the
 * version of Node, which formats every date.
 */
export function keptPages(edition: Edition, content: string, history: History | undefined): KeptPages {
  let folder = '';
  let tools = '';
  let store: Store;
  /** Addresses of the pages that Astro needs not make. */
  let kept: string[] = [];
  const pages = new Map<string, BuiltPage>();
  const listeners: PageListener[] = [];
  const integration: AstroIntegration = {
    name: 'kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.cacheDir), 'pages');
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const values = await valuesOf(edition, content, history, buildMoment(edition.site.timeZone));
        tools = toolsOf(edition, content);
        store = new Store(folder, tools, values);
        setPrerenderer((usual) => ({
          ...usual,
          name: 'kept-pages',
          getStaticPaths: async () => {
            const all = (await usual.getStaticPaths())
              .map((path) => ({ path, address: addressOf(path) }))
              // In a fixed order, as the search index numbers pages in the order in which it gets them.
              .sort((a, b) => compare(fileOf(a.address), fileOf(b.address)));
            const anew = all.filter(
              ({ path, address }) => !keepable.test(path.route.component) || !store.keep(address),
            );
            const made = new Set(anew);
            kept = all.filter((one) => !made.has(one)).map(({ address }) => address);
            return anew.map(({ path }) => path);
          },
          render: async (request, options) => {
            const { component } = options.routeData;
            if (!keepable.test(component)) return usual.render(request, options);
            const address = new URL(request.url).pathname;
            const { made: answer, parts } = await noting(async () => {
              const rendered = await usual.render(request, options);
              const response = rendered instanceof Response ? rendered : rendered.response;
              // A page is made while it is read.
              return { response, body: new Uint8Array(await response.arrayBuffer()) };
            });
            const { response, body } = answer;
            const html = component.endsWith('.astro') ? new TextDecoder().decode(body) : undefined;
            const about = html === undefined ? undefined : builtPage(html);
            if (response.ok && !parts.has(unknowable)) store.write(address, body, parts, about);
            else store.mention(parts);
            if (html !== undefined && about) {
              pages.set(address, about);
              for (const listener of listeners) await listener(address, html, about);
            }
            return new Response(body, response);
          },
        }));
      },
      'astro:build:generated': ({ dir }) => layOut(fileURLToPath(dir)),
      'astro:build:done': () => store.finish(workedOut()),
    },
  };
  return {
    integration,
    parts: () => store.parts(),
    pages: () => pages,
    tools: () => tools,
    onPage: (listener) => void listeners.push(listener),
  };

  /** Lays the pages that were kept where Astro lays those that it makes: one after another, which is faster than at once. */
  function layOut(out: string): void {
    const folders = new Set<string>();
    for (const address of kept) {
      const file = join(out, fileOf(address));
      const parent = dirname(file);
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      writeFileSync(file, store.read(address));
      const about = store.about(address);
      if (about) pages.set(address, about);
    }
  }
}

/** Where the address of a page is asked for, as Astro asks for it (`build.format: 'preserve'`). */
function addressOf({ pathname, route }: PathWithRoute): string {
  const path = pathname.startsWith('/') ? pathname : `/${pathname}`;
  if (route.type === 'endpoint') return path;
  const bare = path.replace(/\/$/, '');
  return route.isIndex ? `${bare}/` : `${bare}.html`;
}

/** The file of an address, from the folder of the site. */
export const fileOf = (address: string): string => address.slice(1).replace(/(^|\/)$/, '$1index.html');
