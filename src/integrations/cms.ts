import type { AstroIntegration } from 'astro';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { cmsConfig } from '../cms/config.ts';
import { brokenPage, cmsPage, cmsPolicy } from '../cms/page.ts';
import { sveltia } from '../cms/sveltia.ts';
import { readContent } from '../model/read/content.ts';
import { formatProblem } from '../model/problem.ts';

/** The root of the git repository that contains the content; undefined if there is none. */
export function findGitRoot(content: string): string | undefined {
  // In a worktree .git is a file.
  for (let folder = content; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * The CMS at /admin/ of the development server. Only `npm run cms` adds it, so that no build can contain it.
 *
 * @param content the content folder
 * @param gitRoot the root of the git repository that contains it
 */
export function cms(content: string, gitRoot: string): AstroIntegration {
  let base = '';
  return {
    name: 'cms',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [sveltia()] } });
      },
      'astro:config:done': ({ config }) => void (base = config.base.replace(/\/$/, '')),
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [path] = (request.url ?? '').split('?');
          if (path === '/admin') {
            response.writeHead(302, { Location: '/admin/' }).end();
          } else if (path === '/admin/problems.json') {
            const errors = readContent(content).problems.filter(({ severity }) => severity === 'error');
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify(errors.map(formatProblem)));
          } else if (path === '/admin/') {
            const origin = `http://${request.headers.host ?? 'localhost'}`;
            const { edition, problems } = readContent(content);
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.setHeader('Content-Security-Policy', cmsPolicy(origin));
            response.setHeader('Cache-Control', 'no-store');
            response.setHeader('Referrer-Policy', 'no-referrer');
            response.end(
              edition
                ? cmsPage(
                    edition.site.name,
                    cmsConfig(edition, {
                      repository: basename(gitRoot),
                      content: relative(gitRoot, content).split(sep).join('/'),
                      preview: origin + base,
                    }),
                    '/src/cms/start.ts',
                  )
                : brokenPage(problems.filter(({ severity }) => severity === 'error')),
            );
          } else next();
        });
      },
    },
  };
}
