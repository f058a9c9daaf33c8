import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Problem } from '../model/problem.ts';
import type { inspectImage } from './inspect.ts';

/** Number of pictures that are decoded at the same time: each may take 40 MB of memory. */
const atOnce = 4;

/** In pixels. Narrower photos look blurred on any screen; drawings may be small on purpose. */
const narrow = 400;

/**
 * Checks the image files for damage, animation, and scripts in SVG. This isn't part of readContent(), which runs on
 * every change to the content in `dev` and reads no pictures.
 *
 * @param dir   the content folder
 * @param paths of pictures in it; readContent() reports those that are missing
 * @param inspector replaces inspectImage() in tests
 */
export async function pictureProblems(
  dir: string,
  paths: readonly string[],
  inspector?: typeof inspectImage,
): Promise<Problem[]> {
  const there = paths.filter(
    (path) => !path.startsWith('..') && existsSync(join(dir, path)) && statSync(join(dir, path)).isFile(),
  );
  if (there.length === 0) return [];
  // Imported only if needed: sharp takes a while to load.
  const inspect = inspector ?? (await import('./inspect.ts')).inspectImage;
  const inspections = await pLimit(atOnce).map(there, async (path) => ({
    path,
    inspection: await inspect(join(dir, path), true),
  }));
  return inspections.flatMap(({ path, inspection }): Problem[] => {
    const problem = { file: path, line: 1, field: '' };
    if ('fault' in inspection) return [{ ...problem, severity: 'error', message: inspection.fault }];
    if (inspection.info.format !== 'jpeg' || inspection.info.width >= narrow) return [];
    const message = `this photo is only ${inspection.info.width} pixels wide and will look blurred; 1216 pixels are enough for any screen`;
    return [{ ...problem, severity: 'note', message }];
  });
}
