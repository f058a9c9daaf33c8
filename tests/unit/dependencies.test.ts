import { existsSync, readFileSync } from 'node:fs';
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
/** Rows of docs/dependencies.md: name, what for, licence. */
const rows = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \|$/gm)].map(
  ([, name = '', why = '', licence = '']) => ({ name, why, licence }),
);

describe('dependencies', () => {
  test('each has its exact version', () => {
    for (const [name, version] of Object.entries(named)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('docs/dependencies.md has a line for each, and for nothing else', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(named).sort());
    for (const { name, why } of rows) expect(why.length, name).toBeGreaterThan(4);
  });

  test.each(rows)('$name has the licence that is said of it', ({ name, licence }) => {
    const file = `node_modules/${name}/package.json`;
    // Those for other systems are not installed; the lock file knows them.
    const found = existsSync(file) ? read(file).license : lock.packages[`node_modules/${name}`]?.license;
    expect(licence).toBe(found);
  });
});
