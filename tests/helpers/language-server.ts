import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Completion {
  label: string;
  documentation?: string | { value: string };
}

export interface Diagnostic {
  message: string;
  range: { start: { line: number } };
}

export interface LanguageServer {
  /**
   * The completions at a position, as if `text` were the content of the file at `path`. Lines and columns are counted
   * from 0.
   */
  complete(path: string, text: string, line: number, character: number): Promise<Completion[]>;
  /** The diagnostics for a text, as if it were the content of the file at `path`. */
  diagnose(path: string, text: string): Promise<Diagnostic[]>;
  stop(): void;
}

type Message = { id?: number; method?: string; result?: unknown; error?: { message: string }; params?: unknown };

/**
 * Starts Astro's language server as the VS Code extension does, with a folder as the workspace.
 * It speaks JSON-RPC 2.0 over its standard streams (Language Server Protocol 3.17).
 */
export async function startLanguageServer(workspace: string): Promise<LanguageServer> {
  const require = createRequire(createRequire(import.meta.url).resolve('@astrojs/check'));
  const binary = join(dirname(require.resolve('@astrojs/language-server/package.json')), 'bin/nodeServer.js');
  const child = spawn(process.execPath, [binary, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (message: Message) => void>();
  let next = 0;
  let buffer = Buffer.alloc(0);

  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const notify = (method: string, params: unknown) => send({ method, params });
  const ask = <T>(method: string, params: unknown): Promise<T> => {
    const id = ++next;
    send({ id, method, params });
    return new Promise((done, refuse) =>
      waiting.set(id, ({ result, error }) => (error ? refuse(new Error(error.message)) : done(result as T))),
    );
  };
  child.stdout.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString())?.[1]);
      if (head < 0 || buffer.length < head + 4 + length) return;
      const message = JSON.parse(buffer.subarray(head + 4, head + 4 + length).toString()) as Message;
      buffer = buffer.subarray(head + 4 + length);
      if (message.id === undefined) continue;
      // The server also sends requests, for example for settings, and gets empty responses.
      if (message.method)
        send({ id: message.id, result: message.method === 'workspace/configuration' ? [null] : null });
      else waiting.get(message.id)?.(message);
    }
  });

  const uri = (path: string) => pathToFileURL(path).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri: uri(workspace),
    workspaceFolders: [{ uri: uri(workspace), name: 'content' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: {} },
    initializationOptions: {
      typescript: { tsdk: dirname(require.resolve('typescript')) },
      contentIntellisense: true,
    },
  });
  notify('initialized', {});

  async function within<T>(path: string, text: string, act: (textDocument: { uri: string }) => Promise<T>) {
    const textDocument = { uri: uri(path) };
    const languageId = path.endsWith('.mdx') ? 'mdx' : 'markdown';
    notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId, version: 1, text } });
    try {
      return await act(textDocument);
    } finally {
      notify('textDocument/didClose', { textDocument });
    }
  }

  return {
    complete: (path, text, line, character) =>
      within(path, text, async (textDocument) => {
        const answer = await ask<{ items: Completion[] } | Completion[] | null>('textDocument/completion', {
          textDocument,
          position: { line, character },
        });
        return Array.isArray(answer) ? answer : (answer?.items ?? []);
      }),
    diagnose: (path, text) =>
      within(path, text, async (textDocument) => {
        const answer = await ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
        return answer.items;
      }),
    stop: () => child.kill(),
  };
}
