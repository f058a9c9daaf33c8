import { createHash } from 'node:crypto';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Version } from 'csp_evaluator/dist/csp.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersFor, rulesOf } from '../../src/hosting/parse-rules.ts';
import { built } from '../helpers/build.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { pagesIn } from '../helpers/pages.ts';

describe.each(['main', 'solo', 'trio'])('%s: security', (name) => {
  const dir = built(name);
  const { headers } = rulesOf(dir);
  const policy = headersFor(headers, '/about/').get('Content-Security-Policy') ?? '';

  test('the policy allows inline code only by hash, and no other hosts', () => {
    expect(policy.replaceAll(/ 'sha256-[^']+'/g, '')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('Google’s CSP evaluator only reports that scripts may come from the site itself', () => {
    const findings = new CspEvaluator(new CspParser(policy).csp, Version.CSP3).evaluate();
    // Its only note on this policy concerns sites with user uploads, which this one doesn't have.
    expect(findings.map(({ severity, directive, value }) => [severity, directive, value])).toEqual([
      [Severity.MEDIUM_MAYBE, 'script-src', "'self'"],
    ]);
  });

  test('no two rules that match one path set the same header, which Cloudflare would join with a comma', () => {
    const paths = globSync('**/*', { cwd: dir, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(dir, join(entry.parentPath, entry.name)).replace(/(^|\/)index\.html$/, '$1')}`);
    for (const path of [...paths, '/nowhere/', '/a/b/c.ics', '/_astro/', '/share/', '/fonts/', '/pagefind/'])
      for (const [name] of headersFor(headers, path)) {
        const rules = headers.filter((rule) => name in rule.headers && headersFor([rule], path).size > 0);
        expect(
          rules.map((rule) => rule.path),
          `${path}: ${name}`,
        ).toHaveLength(1);
      }
  });

  test('the policy has the hash of every inline script and style, and there is no other inline code', () => {
    for (const page of pagesIn(dir)) {
      // Browsers don't run JSON.
      for (const element of page.document.querySelectorAll('style, script:not([src], [type$=json])'))
        expect(policy, `${page.file} <${element.localName}>`).toContain(
          createHash('sha256').update(element.textContent).digest('base64'),
        );
      for (const element of page.document.querySelectorAll('*'))
        for (const { name: attribute, value } of element.attributes) {
          expect(attribute, page.file).not.toMatch(/^(style|on\w+)$/);
          expect(value, page.file).not.toMatch(/^\s*javascript:/i);
        }
    }
  });

  test('pages refer to other hosts only in links', () => {
    // All elements through which a page loads, preconnects to or reports to another address.
    const loading =
      'script[src],img,source,video,audio,track,iframe,object,embed,input[src],[background],[ping],[formaction],form[action],use,image,link[href]:not([rel=canonical],[rel=alternate],[rel~=license])';
    for (const page of pagesIn(dir)) {
      for (const element of page.document.querySelectorAll(loading))
        for (const name of [
          'src',
          'srcset',
          'href',
          'xlink:href',
          'data',
          'poster',
          'background',
          'ping',
          'action',
          'formaction',
        ])
          for (const address of (element.getAttribute(name) ?? '').split(/\s*,\s+/).filter(Boolean))
            expect(address, `${page.file} <${element.localName} ${name}>`).toMatch(/^(\/(?!\/)|#|data:image\/)/);
      for (const { textContent: css } of page.document.querySelectorAll('style'))
        for (const [, address = ''] of css.matchAll(/(?:url\(|@import\s*)["']?([^"')\s]+)/g))
          expect(address, page.file).toMatch(/^(\/(?!\/)|#|data:image\/)/);
    }
  });
});

test.runIf(isThisEdition)('redirects also work on hosts that only serve files', () => {
  const page = join(built('main'), 'krakowice/krakow/index.html');
  expect(existsSync(page)).toBe(true);
  expect(readFileSync(page, 'utf8')).toContain('content="0;url=/host-cities/krakow/"');
  const translated = readFileSync(join(built('main'), 'pl/krakowice/krakow/index.html'), 'utf8');
  expect(translated).toContain('content="0;url=/pl/host-cities/krakow/"');
});
