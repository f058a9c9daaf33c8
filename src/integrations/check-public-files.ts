import type { AstroIntegration } from 'astro';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Reports files in `public/` that the build overwrites; Astro does so silently. */
export function checkPublicFiles(): AstroIntegration {
  let publicDir: URL;
  return {
    name: 'check-public-files',
    hooks: {
      'astro:config:done': ({ config }) => void ({ publicDir } = config),
      'astro:build:done': ({ dir, assets }) => {
        const made = new Set([...assets.values()].flat().map(String));
        const replaced = globSync('**', { cwd: fileURLToPath(publicDir) })
          .map((path) => path.replaceAll('\\', '/'))
          .filter((path) => made.has(new URL(encodeURI(path), dir).href));
        if (replaced.length > 0)
          throw new Error(replaced.map((path) => `public/${path} has the address of a page; rename it.`).join('\n'));
      },
    },
  };
}
