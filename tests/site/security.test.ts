import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersFor, rulesOf } from '../../scripts/lib/rules.ts';
import { serve } from '../../scripts/lib/server.ts';
import { built } from '../helpers/build.ts';
import { pagesIn } from '../helpers/pages.ts';

describe.each(['main', 'solo', 'trio'])('%s: security', (name) => {
  const dir = built(name);
  const { headers } = rulesOf(dir);
  const policy = headersFor(headers, '/about/').get('Content-Security-Policy') ?? '';

  test('the policy allows nothing inline but by hash, and nothing from elsewhere', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('every inline script and style of every page is in the policy, and there is no other way to run or style', () => {
    for (const page of pagesIn(dir)) {
      for (const [, tag = '', attributes = '', code = ''] of page.html.matchAll(
        /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g,
      )) {
        // Data, which no browser runs, and what stands in a file of its own.
        if (/type="application\/(ld\+)?json"|\bsrc=/.test(attributes)) continue;
        expect(policy, `${page.file} <${tag}>`).toContain(createHash('sha256').update(code).digest('base64'));
      }
      for (const element of page.document.querySelectorAll('*'))
        for (const { name: attribute, value } of element.attributes) {
          expect(attribute, page.file).not.toMatch(/^(style|on\w+)$/);
          expect(value, page.file).not.toMatch(/^\s*javascript:/i);
        }
    }
  });

  test('no page loads anything from another host', () => {
    for (const page of pagesIn(dir))
      for (const element of page.document.querySelectorAll(
        'script[src],img[src],iframe,object,embed,link[rel=stylesheet],link[rel=preload],link[rel=icon]',
      ))
        expect(element.getAttribute('src') ?? element.getAttribute('href'), page.file).toMatch(/^\/(?!\/)/);
  });

  test('nothing lies in the site that nobody should read', () => {
    const files = globSync('**/*', { cwd: dir });
    expect(files.filter((file) => /\.map$|\.ts$|\.astro$|(^|\/)\.(?!well-known)/.test(file))).toEqual([]);
    for (const file of files.filter((path) => /\.(html|js|json|xml|txt)$|_headers|_redirects/.test(path)))
      expect(readFileSync(join(dir, file), 'utf8').includes(process.cwd()), file).toBe(false);
  });
});

describe('the server', () => {
  test('sends the policy with each page, answers "not found" in the language of the address, and leads on', async () => {
    const { server, url } = await serve(built('main'), 0);
    try {
      const get = (path: string) => fetch(url + path, { redirect: 'manual' });
      const home = await get('/');
      expect(home.status).toBe(200);
      expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
      for (const [path, lang] of [
        ['/nowhere/', 'en'],
        ['/pl/nowhere/', 'pl'],
        ['/fr/a/b/c', 'fr'],
      ] as const) {
        const answer = await get(path);
        expect(answer.status, path).toBe(404);
        expect(await answer.text(), path).toContain(`<html lang="${lang}"`);
      }
      expect((await get('/events')).headers.get('location')).toBe('/events/');
      const old = await get('/annual-meeting/');
      expect(old.status).toBe(301);
      expect(old.headers.get('location')).toBe('/about/');
      for (const path of ['/_headers', '/..%2f..%2fpackage.json', '/%00', '/%e0%a4%a', `/${'x'.repeat(5000)}/`])
        expect((await get(path)).status, path).toBe(404);
    } finally {
      server.close();
    }
  });

  test('redirects work on plain file hosting too', () => {
    const page = join(built('main'), 'krakowice/krakow/index.html');
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, 'utf8')).toContain('content="0;url=/host-cities/krakow/"');
  });
});
