/** Checks a server against all expectations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { second } from '../helpers/this-edition.ts';
import { sendRequest, sendRaw } from './send-request.ts';
import {
  findGeneralFaults,
  expectations,
  findFaults,
  hostileBytes,
  hostilePaths,
  existingPaths,
  type Server,
} from './expectations.ts';

/** A named check, which returns the faults that it found. */
export interface Check {
  name: string;
  find: () => Promise<string[]>;
}

/** @param port returns the port of the running server @param dir the built site */
export function checks(server: Server, dir: string, port: () => number): Check[] {
  return [
    ...Object.entries(expectations(dir, server)).map(([name, group]) => ({
      name,
      find: async () => {
        const faults: string[] = [];
        for (const expected of group) {
          const { path, ...options } = expected;
          faults.push(...findFaults(await sendRequest(port(), path, options), expected, dir));
        }
        return faults;
      },
    })),
    { name: 'requests for unchanged files get a 304', find: () => unchanged(port(), dir) },
    { name: 'compression doesn’t change a page', find: () => compressedPage(port(), dir) },
    { name: 'hostile paths and bytes do no harm', find: () => hostile(server, port(), dir) },
  ];
}

async function unchanged(port: number, dir: string): Promise<string[]> {
  const faults: string[] = [];
  for (const path of existingPaths(dir, ['/', `${second}/programme/`, '/calendar.ics', '/data/events.json']))
    for (const encoding of ['identity', 'gzip']) {
      const headers = { 'Accept-Encoding': encoding };
      const { headers: given } = await sendRequest(port, path, { headers });
      const tag = given['etag'];
      if (!tag) {
        faults.push(`${path} has no ETag`);
        continue;
      }
      for (const known of [tag, `W/${tag.replace(/^W\//, '')}`]) {
        const again = await sendRequest(port, path, { headers: { ...headers, 'If-None-Match': known } });
        if (again.status !== 304 || again.body.length > 0)
          faults.push(`${path} (${encoding}), If-None-Match ${known}: ${again.status}, ${again.body.length} bytes`);
        if (again.headers['cache-control'] !== given['cache-control'])
          faults.push(`${path}: a 304 has Cache-Control ${again.headers['cache-control']}`);
        faults.push(...findGeneralFaults(again, dir).map((fault) => `${path}, 304: ${fault}`));
      }
      const other = await sendRequest(port, path, { headers: { ...headers, 'If-None-Match': '"another"' } });
      if (other.status !== 200) faults.push(`${path}, another ETag: ${other.status}`);
    }
  return faults;
}

async function compressedPage(port: number, dir: string): Promise<string[]> {
  const faults: string[] = [];
  for (const path of existingPaths(dir, ['/', `${second}/programme/`, '/data/member-cities.csv']))
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { text } = await sendRequest(port, path, { headers: { 'Accept-Encoding': encoding } });
      const file = path.endsWith('/') ? `${path}index.html` : path;
      if (text !== readFileSync(join(dir, file), 'utf8')) faults.push(`${path} as ${encoding} has different content`);
    }
  return faults;
}

async function hostile(server: Server, port: number, dir: string): Promise<string[]> {
  const faults: string[] = [];
  for (const path of hostilePaths) {
    const response = await sendRequest(port, path);
    const what = path.slice(0, 60);
    if (response.status === 200 && !response.text.includes('<link rel="canonical"'))
      faults.push(`${what}: 200, but not a page of the site: ${response.text.slice(0, 80)}`);
    if (/evil\.example|alert\(1\)/.test(response.text)) faults.push(`${what}: is reflected in the response`);
    faults.push(...findGeneralFaults(response, dir).map((fault) => `${what}: ${fault}`));
  }
  for (const bytes of hostileBytes) {
    const status = await sendRaw(port, bytes);
    // workerd answers an unknown method with 501 Not Implemented, which is correct.
    if (status >= 500 && !(server === 'edge' && status === 501))
      faults.push(`${JSON.stringify(bytes.toString('latin1'))}: ${status}`);
  }
  if ((await sendRequest(port, '/')).status !== 200) faults.push('the home page is no longer served');
  return faults;
}
