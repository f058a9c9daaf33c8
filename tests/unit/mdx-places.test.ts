import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { evaluate } from 'satteri';
import { describe, expect, test } from 'vitest';
import { failureReason } from '../../scripts/lib/run-astro.ts';
import { loadMdx, withPlaces } from '../../src/markdown/mdx-positions.ts';

const file = 'pages/visit.en.mdx';
const runtime = { Fragment: 'x', jsx: () => null, jsxs: () => null };
const head = '---\ntitle: "\u{1f600}"\n---\n';

/** The error message from running an MDX text, or undefined if it succeeds. Its front matter has three lines. */
async function errorOf(text: string): Promise<string | undefined> {
  const source = withPlaces(head + text, file);
  expect(source.split('\n')).toHaveLength((head + text).split('\n').length);
  try {
    const Content = await loadMdx(file, async () => {
      const module = await evaluate(source.slice(head.length), runtime);
      return module as unknown as { default: (props: object) => unknown };
    });
    Content({});
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('MDX that fails', () => {
  test.each([
    ['an expression', '\nText\n\n{(() => { throw new Error("boom"); })()}\n', `${file}:7  this code fails with "boom"`],
    ['an undefined name', '\n\u{1f600} é {1} and\n{nothing.at}\n', `${file}:6  "nothing" is not defined`],
    ['an attribute', '\n<a title={1}\n  id={nothing}>x</a>\n', `${file}:6  "nothing" is not defined`],
    ['a spread attribute', '\n<a {...nothing}>x</a>\n', `${file}:5  "nothing" is not defined`],
    ['a cell', '\n| {1} |\n| --- |\n| {nothing} |\n', `${file}:7  "nothing" is not defined`],
    ['an export', '\nexport const a = nothing.at;\n', `${file}:5  "nothing" is not defined`],
    ['a thrown string', '\n{(() => { throw "boom"; })()}\n', `${file}:5  this code fails with "boom"`],
  ])('in %s: one message with file and line', async (_, text, message) => {
    expect(await errorOf(text)).toContain(message);
    expect(globalThis.mdxPlace).toBeUndefined();
  });

  test('correct MDX runs without an error; MDX that can’t be parsed is unchanged', async () => {
    const text =
      '\nexport const a = { id: "x" };\n\n{/* note */} {a.id /* x */} {`a//b`}\n\n<a {...a} title={a.id}>{a.id}</a>\n';
    expect(await errorOf(text)).toBeUndefined();
    expect(withPlaces('{', file)).toBe('{');
  });

  test('an import of a missing file: one message', () => {
    const output = 'x\n[vite]: Rolldown failed to resolve import "nope" from "/no/such/pages/visit.en.mdx".\nThis is';
    expect(failureReason({ code: 1, signal: null, output })).toMatch(
      /pages\/visit\.en\.mdx:1 {2}"nope" can't be found; [^\n]*$/,
    );
  });

  test('in an endless loop: the process is killed, with one message', async () => {
    const script = `setTimeout(() => { globalThis.mdxPlace = '${file}:7'; for (;;); }, 1500)`;
    const preload = ['--import', resolve('scripts/lib/exit-with-parent.ts')];
    const child = spawn(process.execPath, [...preload, '--input-type=module', '--eval', script], {
      env: { ...process.env, COMMAND_PID: String(process.pid), HANG_LIMIT: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const [, signal] = (await once(child, 'close')) as [null, NodeJS.Signals];
    expect(signal).toBe('SIGKILL');
    expect(failureReason({ code: null, signal: 'SIGKILL', output })).toBe(
      `${file}:7  this code never finishes; fix the endless loop`,
    );
  });
});
