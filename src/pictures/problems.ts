import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';

/** Narrower than this, a photo looks blurred on any screen; a drawing may be meant so. */
const narrow = 400;

/**
 * What is wrong with the pictures that are shown, as only decoding them tells: damage, movement, scripts in drawings.
 * Beside readContent() rather than in it, which is asked for every keystroke and reads no pictures.
 *
 * @param dir   the content folder
 * @param paths of pictures in it; those that aren't there are told elsewhere
 */
export async function pictureProblems(dir: string, paths: readonly string[]): Promise<Problem[]> {
  const there = paths.filter(
    (path) => !path.startsWith('..') && existsSync(join(dir, path)) && statSync(join(dir, path)).isFile(),
  );
  if (there.length === 0) return [];
  // Loaded where there is a picture, since most checks should be quick.
  const { lookAt } = await import('./look.ts');
  const looks = await Promise.all(there.map(async (path) => ({ path, look: await lookAt(join(dir, path), true) })));
  return looks.flatMap(({ path, look }): Problem[] => {
    const problem = { file: path, line: 1, field: '' };
    if ('fault' in look) return [{ ...problem, severity: 'error', message: look.fault }];
    if (look.looks.format !== 'jpeg' || look.looks.width >= narrow) return [];
    const message = `this photo is only ${look.looks.width} pixels wide and will look blurred; 1216 are enough for any screen`;
    return [{ ...problem, severity: 'note', message }];
  });
}
