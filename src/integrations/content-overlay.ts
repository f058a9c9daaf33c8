import type { AstroIntegration } from 'astro';
import { relative, sep } from 'node:path';
import { readContent } from '../model/read/content.ts';
import { formatProblem, type Problem } from '../model/problem.ts';
import { writeCompletion } from './completion.ts';

/** Many files saved at once, as git does, are looked at together. */
const debounceMs = 60;

/**
 * Run by each page while developing: as soon as it can hear, it says which state of the content it was made from. The head of
 * its answer told that, which a script may read (Server Timing; over plain HTTP on this machine's own address alone).
 */
const tellState = `
  const [{ serverTiming = [] } = {}] = performance.getEntriesByType('navigation');
  const state = serverTiming.find(({ name }) => name === 'content')?.description;
  if (state !== undefined) import.meta.hot?.send('content:state', state);
`;

/**
 * While developing: watches the content folder, reloads the page when something changes, and lays the problems over it
 * until they are mended. The server itself never stops for them. Completion while typing learns what is new.
 */
export function contentOverlay(content: string): AstroIntegration {
  return {
    name: 'content-overlay',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', tellState);
      },
      'astro:server:setup': ({ server, logger }) => {
        let told = '';
        let state = 0;
        const tell = () => {
          state += 1;
          // Astro keeps what getStaticPaths gave; its own content collections clear that with the same event.
          for (const [name, environment] of Object.entries(server.environments))
            if (name !== 'client') environment.hot.send('astro:content-changed', {});
          const { edition, problems } = readContent(content);
          if (edition) writeCompletion(content, edition);
          const errors = problems.filter(({ severity }) => severity === 'error');
          const text = errors.map(formatProblem).join('\n');
          if (errors.length === 0) {
            if (told !== '') logger.info('The content has no errors any more.');
            server.hot.send({ type: 'full-reload', path: '*' });
          } else {
            if (text !== told) logger.error(`\n${text}`);
            server.hot.send({ type: 'error', err: overlay(errors, content) });
          }
          told = text;
        };

        const { edition } = readContent(content);
        if (edition) writeCompletion(content, edition);

        let waiting: NodeJS.Timeout | undefined;
        server.watcher.add(content);
        server.watcher.on('all', (_, path) => {
          const inside = relative(content, path);
          if (inside.startsWith('..') || inside.includes(`node_modules${sep}`)) return;
          clearTimeout(waiting);
          waiting = setTimeout(tell, debounceMs);
        });
        // A reload reaches only pages that listen. One that was asked for before a change and listens after it would stay old.
        server.middlewares.use((_, response, next) => {
          response.setHeader('Server-Timing', `content;desc="${state}"`);
          next();
        });
        server.hot.on('content:state', (seen: string, page) => {
          if (seen !== String(state)) page.send({ type: 'full-reload', path: '*' });
        });
        // A page that is opened, or reloaded, while something is wrong shows it too.
        server.hot.on('vite:client:connect', () => {
          const errors = readContent(content).problems.filter(({ severity }) => severity === 'error');
          if (errors.length > 0) server.hot.send({ type: 'error', err: overlay(errors, content) });
        });
      },
    },
  };
}

/** The form in which Vite's overlay takes an error: the sentences as its message, the first problem as its place. */
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
