import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Problem } from '../model/problem.ts';
import type { inspectImage } from './inspect.ts';

/** Pictures that are decoded at the same time: each may be 40 MB. */
const atOnce = 4;

/** In pixels. Narrower photos look blurred on any screen; drawings may be meant to be small. */
const narrow = 400;

/**
 * Checks the pictures themselves: damage, animation, scripts in SVG. This isn't part of readContent(), which runs on every
 * keystroke and reads no pictures.
 *
 * @param dir   the content folder
 * @param paths of pictures in it; readContent() reports those that are missing
 * @param look  replaces inspectImage in tests
 */
export async function pictureProblems(
  dir: string,
  paths: readonly string[],
  look?: typeof inspectImage,
): Promise<Problem[]> {
  const there = paths.filter(
    (path) => !path.startsWith('..') && existsSync(join(dir, path)) && statSync(join(dir, path)).isFile(),
  );
  if (there.length === 0) return [];
  // Imported only if needed: sharp takes a while to load.
  const lookAtPicture = look ?? (await import('./inspect.ts')).inspectImage;
  const looks = await pLimit(atOnce).map(there, async (path) => ({
    path,
    look: await lookAtPicture(join(dir, path), true),
  }));
  return looks.flatMap(({ path, look }): Problem[] => {
    const problem = { file: path, line: 1, field: '' };
    if ('fault' in look) return [{ ...problem, severity: 'error', message: look.fault }];
    if (look.looks.format !== 'jpeg' || look.looks.width >= narrow) return [];
    const message = `this photo is only ${look.looks.width} pixels wide and will look blurred; 1216 are enough for any screen`;
    return [{ ...problem, severity: 'note', message }];
  });
}
