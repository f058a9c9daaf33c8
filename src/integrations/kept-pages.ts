import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtPage, type BuiltPage } from '../incremental/built-page.ts';
import { hashOf, Layout } from '../incremental/layout.ts';
import { Store } from '../incremental/store.ts';
import { toolsOf, valuesOf } from '../incremental/values.ts';
import type { Edition } from '../model/edition.ts';
import { noting, unknowable, workedOut, type Part } from '../model/parts.ts';
import { compare } from '../model/problem.ts';
import type { History } from '../seo/history.ts';
import { buildMoment, lastSite } from '../settings.ts';

/** Routes whose answer is made from the edition alone, when it is asked for: pages, calendars, pages as Markdown. */
const keepable = /\.(astro|ics\.ts|md\.ts)$/;

/** Told of each page of HTML that is made anew, in the order of their files. */
export type PageListener = (address: string, html: string, about: BuiltPage) => Promise<void>;

export interface KeptPages {
  integration: AstroIntegration;
  /** What comes after all others. */
  ending: AstroIntegration;
  /** The parts of every page. */
  parts: () => Iterable<readonly Part[]>;
  /** Every page of HTML by its address, when all are made. */
  pages: () => ReadonlyMap<string, BuiltPage>;
  /** Hash of all that makes pages and is no part of the edition. */
  tools: () => string;
  /** Lays another file into the site, which is taken from the last one where it stands there (incremental/layout.ts). */
  lay: (path: string, content: string | Uint8Array) => void;
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
  let out = '';
  let tools = '';
  let store: Store;
  let layout: Layout;
  const pages = new Map<string, BuiltPage>();
  const listeners: PageListener[] = [];
  const failed: PathWithRoute[] = [];
  const integration: AstroIntegration = {
    name: 'kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.cacheDir), 'pages');
        out = fileURLToPath(config.outDir);
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const values = await valuesOf(edition, content, history, buildMoment(edition.site.timeZone));
        tools = toolsOf(edition, content);
        store = new Store(folder, tools, values);
        const last = lastSite();
        layout = new Layout(out, last, join(folder, '..', 'laid', `${hash('sha1', last ?? out)}.json`));
        setPrerenderer((usual) => ({
          ...usual,
          name: 'kept-pages',
          // The pages are made here: of 25,000 files, Astro's own way from one to the next takes longer than all the rest.
          getStaticPaths: async () => {
            const all = await usual.getStaticPaths();
            const failed = await makePages(usual, all.filter(isKeepable));
            return [...all.filter((path) => !isKeepable(path)), ...failed];
          },
        }));
      },
      'astro:build:generated': () => {
        for (const { pathname } of failed) throw new Error(`the page ${pathname} could be made the second time only`);
      },
      'astro:build:done': () => store.finish(workedOut()),
    },
  };
  const ending: AstroIntegration = {
    name: 'kept-pages-ending',
    hooks: { 'astro:build:done': () => layout.finish() },
  };
  return {
    integration,
    ending,
    parts: () => store.parts(),
    pages: () => pages,
    tools: () => tools,
    lay: (path, content) => layout.lay(path, hashOf(content), () => content),
    onPage: (listener) => void listeners.push(listener),
  };

  /**
   * Makes the pages that aren't kept, and lays all into the site.
   *
   * @returns those that can't be made: Astro meets the same mistake, and tells it with its place
   * @throws where a file can't be written, or whoever is told of the pages can't go on
   */
  async function makePages(prerenderer: AstroPrerenderer, paths: PathWithRoute[]): Promise<PathWithRoute[]> {
    // One language after another, and in a fixed order, as the search index numbers pages in the order in which it gets them.
    const others = edition.site.languages.slice(1).map(({ code }) => `/${code}/`);
    const inOrder = paths
      .map((path) => ({ path, address: addressOf(path) }))
      .map((one) => ({
        ...one,
        file: fileOf(one.address),
        language: others.findIndex((its) => one.address.startsWith(its)),
      }))
      .sort((a, b) => a.language - b.language || compare(a.file, b.file));
    for (const { path, address } of inOrder) {
      if (store.keep(address)) {
        layout.lay(fileOf(address), store.hash(address), () => store.read(address));
        const about = store.about(address);
        if (about) pages.set(address, about);
        continue;
      }
      const made = await makePage(prerenderer, path.route, address).catch(() => undefined);
      if (!made) {
        failed.push(path);
        continue;
      }
      const { ok, body, parts } = made;
      const html = path.route.type === 'page' ? new TextDecoder().decode(body) : undefined;
      const about = html === undefined ? undefined : builtPage(html);
      if (ok && !parts.has(unknowable)) store.write(address, body, parts, about);
      else store.mention(parts);
      layout.lay(fileOf(address), hashOf(body), () => body);
      if (html === undefined || !about) continue;
      pages.set(address, about);
      for (const listener of listeners) await listener(address, html, about);
    }
    return failed;
  }

  async function makePage(prerenderer: AstroPrerenderer, routeData: PathWithRoute['route'], address: string) {
    const request = new Request(new URL(address, edition.site.address));
    const { made, parts } = await noting(async () => {
      const rendered = await prerenderer.render(request, { routeData });
      const response = rendered instanceof Response ? rendered : rendered.response;
      // A page is made while it is read.
      return { ok: response.ok, body: new Uint8Array(await response.arrayBuffer()) };
    });
    return { ...made, parts };
  }
}

const isKeepable = ({ route }: PathWithRoute): boolean => keepable.test(route.component);

/** Where the address of a page is asked for, as Astro asks for it (`build.format: 'preserve'`). */
function addressOf({ pathname, route }: PathWithRoute): string {
  const path = pathname.startsWith('/') ? pathname : `/${pathname}`;
  if (route.type === 'endpoint') return path;
  const bare = path.replace(/\/$/, '');
  return route.isIndex ? `${bare}/` : `${bare}.html`;
}

/** The file of an address, from the folder of the site. */
export const fileOf = (address: string): string => address.slice(1).replace(/(^|\/)$/, '$1index.html');
