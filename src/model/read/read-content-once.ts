import { readContent, type Content } from './content.ts';

interface Read {
  dir: string;
  content: Content;
}

const key = Symbol.for('content of this build');
const shared = globalThis as Record<symbol, Read | undefined>;

/**
 * Reads a content folder once per build: Astro's config and the bundled pages load two copies of this module in one
 * process, and reading 10,000 files takes a while.
 *
 * @param checked true if its problems have already been reported
 */
export function readContentOnce(dir: string, checked: boolean): Content {
  let read = shared[key];
  if (read?.dir !== dir) shared[key] = read = { dir, content: readContent(dir, { checked }) };
  return read.content;
}
