import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The files and packages that TypeScript or Astro files import, directly or not. Imports of types are left out, because
 * they don't exist at run time.
 */
export function importsOf(entryPoints: readonly string[]): { files: string[]; packages: string[] } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const statement = /^(?:import|export)(?! type\b)(?: [^'";]*from)? '([^']+)';|\bimport\('([^']+)'\)/gm;
    for (const [, first, second = ''] of readFileSync(file, 'utf8').matchAll(statement)) {
      const specifier = (first ?? second).split('?')[0] as string;
      const path = join(dirname(file), specifier);
      if (specifier.startsWith('.')) {
        if (existsSync(path) && /\.(ts|astro)$/.test(path)) visit(path);
      } else if (!specifier.includes(':')) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '');
    }
  };
  entryPoints.forEach(visit);
  return { files: [...files], packages: [...packages].sort() };
}
