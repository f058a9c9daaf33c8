import { readContent, type Content } from './content.ts';

interface Read {
  dir: string;
  content: Content;
}

const key = Symbol.for('content as it was read');
const shared = globalThis as Record<symbol, Read | undefined>;

/**
 * A content folder as it stood when a build began, read once: the build's own code and the pages' bundle are two copies of
 * this module in one process, and 10,000 files take their time.
 *
 * @param checked true where its problems are somebody else's matter
 */
export function contentOf(dir: string, checked: boolean): Content {
  let read = shared[key];
  if (read?.dir !== dir) shared[key] = read = { dir, content: readContent(dir, { checked }) };
  return read.content;
}
