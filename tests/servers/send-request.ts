import { request } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface HttpResponse {
  status: number;
  /** Names are in lower case; repeated headers are joined with a comma. */
  headers: Record<string, string>;
  /** Possibly compressed. */
  body: Buffer;
  /** Decompressed. */
  text: string;
}

/** Requests a path from a local server. Takes no URL, because parsing one would normalise the path. */
export function sendRequest(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<HttpResponse> {
  return new Promise((done, refuse) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false, timeout: 20_000 },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', refuse);
        response.on('end', () => {
          const body = Buffer.concat(parts);
          const given = Object.fromEntries(
            Object.entries(response.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
          );
          done({
            status: response.statusCode ?? 0,
            headers: given,
            body,
            text: decompress(body, given['content-encoding']),
          });
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error(`no response to ${path} within 20 s`)));
    asked.on('error', refuse);
    asked.end();
  });
}

function decompress(body: Buffer, encoding: string | undefined): string {
  if (body.length === 0) return '';
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString();
}

/** Sends raw bytes; returns the status, or 0 if the server closes the connection without a response. */
export function sendRaw(port: number, bytes: Buffer): Promise<number> {
  return new Promise((done, refuse) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    let received = '';
    socket.setTimeout(20_000, () => socket.destroy(new Error('no response within 20 s')));
    socket.on('data', (part) => (received += part.toString('latin1')));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? done(0) : refuse(error)));
    socket.on('close', () => done(Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 0)));
  });
}
