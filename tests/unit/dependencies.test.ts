import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Package {
  license?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Package;
const { dependencies, devDependencies, optionalDependencies } = read('package.json');
const named = { ...dependencies, ...devDependencies, ...optionalDependencies };
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
/** Rows of docs/dependencies.md: name, purpose, licence. */
const rows = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \|$/gm)].map(
  ([, name = '', why = '', licence = '']) => ({ name, why, licence }),
);

describe('dependencies', () => {
  test('each has an exact version', () => {
    for (const [name, version] of Object.entries(named)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('docs/dependencies.md has a row for each, and no others', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(named).sort());
    for (const { name, why } of rows) expect(why.length, name).toBeGreaterThan(4);
  });

  test('.nvmrc names the Node.js version that npm installs', () => {
    const version = readFileSync('.nvmrc', 'utf8').trim();
    for (const [name, installed] of Object.entries(optionalDependencies ?? {})) expect(installed, name).toBe(version);
  });

  test('the build needs no devDependencies, so that `npm ci --omit=dev` is enough', () => {
    /** A file and the files that it imports. */
    const withImports = (file: string, found = new Set<string>()): Set<string> => {
      if (found.has(file)) return found;
      found.add(file);
      for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import |import\()'(\.[^'?]*\.ts)/g))
        withImports(join(dirname(file), path), found);
      return found;
    };
    const commands = ['scripts/build.ts', 'scripts/preview.ts', 'scripts/lib/watch-parent.ts'];
    const files = new Set([
      ...globSync('{astro.config.mjs,src/**/*.{ts,astro}}', { exclude: ['src/cms/**'] }),
      ...commands.flatMap((file) => [...withImports(file)]),
    ]);
    const imported = [...files].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type) (?:[^'";]* from )?'([^'.][^':]*)';/gm)]
        .map(([, specifier = '']) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? '')
        .filter((name) => name !== 'node'),
    );
    expect(imported).toContain('astro');
    expect([...new Set(imported)].filter((name) => !Object.hasOwn(dependencies ?? {}, name))).toEqual([]);
  });

  test.each(rows)('$name has the licence in the table', ({ name, licence }) => {
    const file = `node_modules/${name}/package.json`;
    // Packages for other systems are not installed, but are in the lock file.
    const found = existsSync(file) ? read(file).license : lock.packages[`node_modules/${name}`]?.license;
    expect(licence).toBe(found);
  });
});
