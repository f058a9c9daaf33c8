/**
 * Locates errors in MDX: Sätteri makes no source maps, so each expression first stores its file and line.
 */
import { mdxToMdast } from 'satteri';

declare global {
  /**
   * `file:line` of the MDX expression that is running; undefined when none is. Read by scripts/lib/watch-parent.ts
   * too.
   */
  var mdxPlace: string | undefined;
}

interface MdxNode {
  type: string;
  value?: unknown;
  attributes?: { type: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number; offset: number } };
}

/**
 * Adds the locations to an MDX file without changing line numbers. A file that can't be parsed is returned unchanged.
 *
 * @param source the file, with its front matter
 * @param file   its path from the content folder
 */
export function withPlaces(source: string, file: string): string {
  const head = /^\uFEFF?---\r?\n[^]*?\r?\n---(?=\r?\n|$)/.exec(source)?.[0] ?? '';
  const text = head.replace(/[^\r\n]/g, ' ') + source.slice(head.length);
  let tree: MdxNode;
  try {
    tree = mdxToMdast(text) as MdxNode;
  } catch {
    return source;
  }
  const notes: { at: number; note: string }[] = [];
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const addNote = (at: number, open = '') => notes.push({ at, note: `${open}${assignment(file, lineOf(at))},` });
  visit(tree, (node) => {
    const { start } = node.position ?? {};
    if (!start) return;
    if (node.type === 'mdxjsEsm') {
      // Imports are hoisted, so this may come before them.
      notes.push({
        at: start.offset,
        note: `export const mdxPlace${start.line} = (${assignment(file, start.line)}); `,
      });
    } else if (/^mdx(Flow|Text)Expression$/.test(node.type)) {
      if (isCode(node.value)) addNote(start.offset + 1);
    } else {
      let from = start.offset;
      for (const { type, value } of node.attributes ?? []) {
        const code = type === 'mdxJsxExpressionAttribute' ? value : (value as { value?: unknown } | undefined)?.value;
        if (!isCode(code)) continue;
        const at = text.indexOf(`{${code}}`, from);
        if (at < 0) continue;
        from = at + 1 + code.length;
        const isSpread = code.startsWith('...');
        addNote(at + (isSpread ? 4 : 1), isSpread ? '(' : '');
        if (isSpread) notes.push({ at: from, note: ')' });
      }
    }
  });
  notes.sort((a, b) => a.at - b.at);
  let result = '';
  let copied = 0;
  for (const { at, note } of notes) {
    result += source.slice(copied, at) + note;
    copied = at;
  }
  return result + source.slice(copied);
}

/**
 * Loads a compiled MDX file so that its errors name the file, the line and the reason.
 *
 * @param file its path from the content folder
 * @throws Error with a message that names them
 */
export async function loadMdx<T extends (...args: never[]) => unknown>(
  file: string,
  load: () => Promise<{ default: T }>,
): Promise<T> {
  try {
    const { default: Content } = await load();
    return new Proxy(Content, {
      apply(target, self, args) {
        globalThis.mdxPlace = file;
        try {
          return Reflect.apply(target, self, args) as unknown;
        } catch (error) {
          throw mdxError(file, error);
        } finally {
          globalThis.mdxPlace = undefined;
        }
      },
    });
  } catch (error) {
    throw mdxError(file, error);
  } finally {
    globalThis.mdxPlace = undefined;
  }
}

function mdxError(file: string, error: unknown): Error {
  const errorText = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const name = error instanceof ReferenceError ? /^(\S+) is not defined$/.exec(errorText)?.[1] : undefined;
  const message =
    name === undefined
      ? `this code fails with "${errorText}"; correct it`
      : `"${name}" is not defined; import it, or write \\{ if the brace is meant as text`;
  return new Error(`${globalThis.mdxPlace ?? file}  ${message}`);
}

const assignment = (file: string, line: number) => `globalThis.mdxPlace=${JSON.stringify(`${file}:${line}`)}`;

/** Is there code to run? Braces may contain only a comment. */
const isCode = (value: unknown): value is string =>
  typeof value === 'string' && value.replace(/\/\*[^]*?\*\/|\/\/.*/g, '').trim() !== '';

function visit(node: MdxNode, act: (node: MdxNode) => void): void {
  act(node);
  for (const child of node.children ?? []) visit(child, act);
}
