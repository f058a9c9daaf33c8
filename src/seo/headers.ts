/**
 * The site's Content Security Policy (W3C, CSP Level 3): everything from the site itself, inline code only by its hash.
 * `wasm-unsafe-eval` lets the search engine compile its WebAssembly and nothing else.
 */
export function securityPolicy(scriptHashes: readonly string[], styleHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    ["style-src 'self'", ...styleHashes].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The `_headers` file that Cloudflare and Netlify read. */
export function headersFile(policy: string): string {
  const year = 31_536_000;
  return `/*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Cross-Origin-Opener-Policy: same-origin
  Strict-Transport-Security: max-age=${year}

/_astro/*
  Cache-Control: public, max-age=${year}, immutable

/maps/*
  Cache-Control: public, max-age=${year}, immutable

/share/*
  Cache-Control: public, max-age=${year}, immutable

/pictures/*
  Cache-Control: public, max-age=${year}, immutable

/fonts/*
  Cache-Control: public, max-age=${year}, immutable

/pagefind/fragment/*
  Cache-Control: public, max-age=${year}, immutable

/pagefind/index/*
  Cache-Control: public, max-age=${year}, immutable

/*.ics
  Content-Type: text/calendar; charset=utf-8

/*opensearch.xml
  Content-Type: application/opensearchdescription+xml

/*.json
  Access-Control-Allow-Origin: *

/*.md
  X-Robots-Tag: noindex
  Content-Type: text/markdown; charset=utf-8

/*.csv
  Access-Control-Allow-Origin: *
  Content-Type: text/csv; charset=utf-8

/*.geojson
  Access-Control-Allow-Origin: *
  Content-Type: application/geo+json
`;
}
