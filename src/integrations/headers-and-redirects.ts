import type { AstroIntegration } from 'astro';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { escapeHtml } from '../escape-html.ts';
import { redirectsOf } from '../hosting/redirects.ts';
import type { Edition } from '../model/edition.ts';
import { fitsLine, headerRules, headersFile, redirectsFile, securityPolicy } from '../hosting/headers.ts';
import { InlineHashes } from '../hosting/inline-hashes.ts';
import { builtPages, type BuiltPage } from './built-pages.ts';

/**
 * Writes the files for static hosts: `_headers`, with a security policy for the inline scripts and styles of all pages,
 * and each redirect as a line in `_redirects` and as a small page for other servers.
 *
 * The length of the policy is limited. If a site has too many different styles, for example because it has many
 * languages, the styles that the fewest pages use become files.
 */
export function headersAndRedirects(edition: Edition): AstroIntegration {
  let base = '';
  return {
    name: 'headers-and-redirects',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base.replace(/\/$/, '')),
      'astro:build:done': ({ dir, pages }) => {
        const out = fileURLToPath(dir);
        const hashes = new InlineHashes();
        for (const { html } of builtPages(dir, pages)) hashes.add(html);
        const policy = () => securityPolicy(hashes.sources.scripts, hashes.sources.styles);
        const rare: string[] = [];
        while (!fitsLine(policy())) {
          const style = hashes.removeRarestStyle();
          if (style === undefined) break;
          rare.push(style);
        }
        if (rare.length > 0) moveStyles(rare, builtPages(dir, pages), out, base);
        const assets = join(out, '_astro');
        const rules = headerRules(policy(), existsSync(assets) ? readdirSync(assets) : []);
        const redirects = redirectsOf(edition);
        writeFileSync(
          join(out, '_redirects'),
          redirectsFile(Object.fromEntries(redirects.map(({ from, to }) => [base + from, below(base, to)]))),
        );
        for (const { from, to, lang } of redirects) {
          const file = join(out, decodeURI(from), 'index.html');
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, redirectPage(lang, to, base, edition.site.address));
        }
        // Last, because the build command takes this file as a sign that the site is complete.
        writeFileSync(join(out, '_headers'), headersFile(rules.map((rule) => ({ ...rule, path: base + rule.path }))));
      },
    },
  };
}

/** Writes styles to files, and links to them from the pages that had them inline. */
function moveStyles(styles: readonly string[], pages: Iterable<BuiltPage>, out: string, base: string): void {
  mkdirSync(join(out, '_astro'), { recursive: true });
  const links = styles.map((css) => {
    const name = `_astro/style-${hash('sha256', css).slice(0, 8)}.css`;
    writeFileSync(join(out, name), css);
    return { inline: `<style>${css}</style>`, link: `<link rel="stylesheet" href="${base}/${name}">` };
  });
  for (const { file, html } of pages) {
    let changed = html;
    for (const { inline, link } of links) changed = changed.replace(inline, () => link);
    if (changed !== html) writeFileSync(join(out, file), changed);
  }
}

/** An address on this site with the base path in front; addresses of other sites are unchanged. */
const below = (base: string, address: string): string => (address.startsWith('/') ? base + address : address);

/** A page that redirects without server configuration. */
function redirectPage(lang: string, to: string, base: string, address: string): string {
  const target = escapeHtml(below(base, to));
  const canonical = escapeHtml(below(address, to));
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${target}</title><meta name="robots" content="noindex"><link rel="canonical" href="${canonical}"><meta http-equiv="refresh" content="0;url=${target}"></head><body><p><a href="${target}">${target}</a></p></body></html>\n`;
}
