import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importsOf } from '../helpers/imports.ts';

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
    const { packages } = importsOf([
      'scripts/build.ts',
      'scripts/preview.ts',
      'scripts/lib/watch-parent.ts',
      ...globSync('{astro.config.mjs,src/**/*.{ts,astro}}', { exclude: ['src/cms/**'] }),
    ]);
    expect(packages).toContain('astro');
    expect(packages.filter((name) => !Object.hasOwn(dependencies ?? {}, name))).toEqual([]);
  });

  test.each(rows)('$name has the licence in the table', ({ name, licence }) => {
    const file = `node_modules/${name}/package.json`;
    // Packages for other systems are not installed, but are in the lock file.
    const found = existsSync(file) ? read(file).license : lock.packages[`node_modules/${name}`]?.license;
    expect(licence).toBe(found);
  });
});
