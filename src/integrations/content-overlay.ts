import type { AstroIntegration } from 'astro';
import { relative, sep } from 'node:path';
import { readContent } from '../model/content.ts';
import { formatProblem, type Problem } from '../model/problem.ts';
import { writeCompletion } from './completion.ts';

/** Many files saved at once, as git does, are looked at together. */
const patience = 60;

/**
 * While developing: watches the content folder, reloads the page when something changes, and lays the problems over it
 * until they are mended. The server itself never stops for them. Completion while typing learns what is new.
 */
export function contentOverlay(content: string): AstroIntegration {
  return {
    name: 'content-overlay',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let told = '';
        const tell = () => {
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
          waiting = setTimeout(tell, patience);
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
