import type { AstroIntegration } from 'astro';
import { relative, sep } from 'node:path';
import { readContent } from '../model/read/content.ts';
import { formatProblem, type Problem } from '../model/problem.ts';
import { writeCompletion } from './completion.ts';

/** Groups changes made in quick succession, such as those of a git checkout. */
const debounceMs = 60;

/**
 * Runs on each page in development: once the page is connected, it sends the content version that it shows, taken from
 * the Server-Timing header, which a script can read (over HTTP only on localhost).
 */
const sendVersion = `
  const [{ serverTiming = [] } = {}] = performance.getEntriesByType('navigation');
  const version = serverTiming.find(({ name }) => name === 'content')?.description;
  if (version !== undefined) import.meta.hot?.send('content:version', version);
`;

/**
 * In development: watches the content folder, reloads the page after a change, and shows errors in an overlay until they are
 * fixed. The server keeps running. Also updates completion in editors.
 */
export function contentWatcher(content: string): AstroIntegration {
  return {
    name: 'content-watcher',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        injectScript('page', sendVersion);
        // With 'always', Astro's dev server returns 404 for files of routes without an extension, such as fonts/[file].ts.
        updateConfig({ trailingSlash: 'ignore' });
      },
      'astro:server:setup': ({ server, logger }) => {
        let lastErrors = '';
        let version = 0;
        const update = () => {
          version += 1;
          // Astro caches the result of getStaticPaths; its content collections clear it with the same event.
          for (const [name, environment] of Object.entries(server.environments))
            if (name !== 'client') environment.hot.send('astro:content-changed', {});
          const { edition, problems } = readContent(content);
          if (edition) writeCompletion(content, edition);
          const errors = problems.filter(({ severity }) => severity === 'error');
          const text = errors.map(formatProblem).join('\n');
          if (errors.length === 0) {
            if (lastErrors !== '') logger.info('The content no longer has errors.');
            server.hot.send({ type: 'full-reload', path: '*' });
          } else {
            if (text !== lastErrors) logger.error(`\n${text}`);
            server.hot.send({ type: 'error', err: overlay(errors, content) });
          }
          lastErrors = text;
        };

        const { edition } = readContent(content);
        if (edition) writeCompletion(content, edition);

        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(content);
        server.watcher.on('all', (_, path) => {
          const inside = relative(content, path);
          if (inside.startsWith('..') || inside.includes(`node_modules${sep}`)) return;
          clearTimeout(timer);
          timer = setTimeout(update, debounceMs);
        });
        // A reload only reaches connected pages. A page requested before a change and connected after it would stay outdated.
        server.middlewares.use((_, response, next) => {
          response.setHeader('Server-Timing', `content;desc="${version}"`);
          next();
        });
        server.hot.on('content:version', (shown: string, page) => {
          if (shown !== String(version)) page.send({ type: 'full-reload', path: '*' });
        });
        // Also for pages that are opened or reloaded while there are errors.
        server.hot.on('vite:client:connect', () => {
          const errors = readContent(content).problems.filter(({ severity }) => severity === 'error');
          if (errors.length > 0) server.hot.send({ type: 'error', err: overlay(errors, content) });
        });
      },
    },
  };
}

/** Errors for Vite's overlay: all of them in the message, with the location of the first. */
function overlay(errors: readonly Problem[], content: string) {
  const first = errors[0] as Problem;
  return {
    message: errors.map(formatProblem).join('\n'),
    stack: '',
    plugin: 'content',
    id: `${content}/${first.file}`,
    loc: { file: first.file, line: first.line, column: 1 },
  };
}
