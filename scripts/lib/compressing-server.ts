import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);
const texts = /^(text\/|image\/svg|application\/(json|javascript|xml|manifest|geo|ld))/;

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * A proxy that behaves like a CDN: HTTP/2 over TLS, text compressed with Brotli. For local measurements only: its
 * certificate is self-signed, and it doesn't check which encodings the browser accepts.
 *
 * @param site the address of the site
 * @throws if openssl, which makes the certificate, isn't installed
 */
export async function serveCompressed(site: string): Promise<{ close: () => void; url: string }> {
  const { origin, pathname } = new URL(site);
  const answers = new Map<string, Promise<Answer>>();
  const server = createSecureServer({ ...certificate(), allowHTTP1: true }, (request, response) => {
    const path = request.url;
    if (!answers.has(path)) answers.set(path, fetchAnswer(origin + path));
    (answers.get(path) as Promise<Answer>).then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(body);
      },
      () => {
        response.writeHead(502);
        response.end();
      },
    );
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  return {
    close: () => server.close(),
    url: `https://localhost:${typeof address === 'object' && address ? address.port : 0}${pathname.replace(/\/$/, '')}`,
  };
}

async function fetchAnswer(url: string): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual' });
  const original = Buffer.from(await response.arrayBuffer());
  const isText = texts.test(response.headers.get('content-type') ?? '');
  const body = isText ? await compress(original) : original;
  // HTTP/2 has no connection headers (RFC 9113, section 8.2.2); Node sets the date, and compression changes the length.
  const connectionHeaders = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !connectionHeaders.includes(name)));
  return { status: response.status, headers: { ...headers, ...(isText && { 'content-encoding': 'br' }) }, body };
}

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  try {
    execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...names], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
