/**
 * nginx's configuration for a built site, from the `_headers` and `_redirects` that Cloudflare reads, so that both send
 * the same headers, redirects, media types and 404 pages.
 */
import type { HeaderRule } from './headers.ts';
import { patternOf, type Rules } from './parse-rules.ts';
import { mediaType } from './media-types.ts';

export interface NginxFiles {
  /** For nginx's `http` block. */
  'http.conf': string;
  /** For a `server` block with `listen`, `server_name` and `root`. */
  'server.conf': string;
}

/** Does compressing a file make it smaller? Fonts, pictures and the search index are already compressed. */
export const isCompressible = (file: string): boolean =>
  /\.(html|txt|css|js|json|xml|svg|ics|csv|geojson|md|webmanifest)$/.test(file);

/**
 * @param files paths in the site, with `/` between folders
 * @param brotli whether nginx has the brotli_static module
 */
export function nginxFiles({ headers, redirects }: Rules, files: readonly string[], brotli: boolean): NginxFiles {
  const { sent, typed } = divide(headers);
  const depth = (file: string) => file.split('/').length;
  // nginx takes the first match, so the innermost folder comes first.
  const notFound = files.filter((file) => file.endsWith('404.html')).sort((a, b) => depth(b) - depth(a));
  const byEnding = typed.filter(({ path }) => /^\/\*\.\w+$/.test(path));
  const types = new Map(
    files
      .map((file) => file.slice(file.lastIndexOf('.') + 1))
      .sort()
      .flatMap((ending) => {
        const type = mediaType(ending);
        return type === undefined ? [] : [[ending, type] as const];
      }),
  );
  for (const { path, type } of byEnding) types.set(path.slice(3), type);

  const http = [
    comment('Variables for server.conf, made from _headers and _redirects. Include it in the http block.'),
    // The requested path, which an internal redirect to index.html or 404.html would change.
    map('$request_uri', '$site_path', [['~^(?<site_asked>[^?]*)', '$site_asked']]),
    // Not for paths that begin with two slashes or a backslash, which a browser would treat as another host.
    map('$site_path', '$site_folder', [
      ['default', ''],
      ['~^(?<site_whole>/(?:[^/\\\\].*/)?)index(?:\\.html)?$', '$site_whole'],
    ]),
    map('$site_path', '$site_not_found', [
      ['default', '/404.html'],
      ...notFound
        .filter((file) => file !== '404.html')
        .map((file): [string, string] => [`~^/${file.slice(0, -'404.html'.length)}`, `/${file}`]),
    ]),
    ...[...sent].map(([name, rules]) =>
      map(
        '$site_path',
        variable(name),
        rules.some(({ path }) => path === '/*')
          ? rules.map(({ value }): [string, string] => ['default', value])
          : [
              ['default', name === 'Cache-Control' ? 'public, max-age=0, must-revalidate' : ''],
              ...rules.map(({ path, value }): [string, string] => [`~${patternOf(path)}`, value]),
            ],
      ),
    ),
    // A missing file may exist after the next deployment.
    map('$status', '$site_cache', [
      ['default', variable('Cache-Control')],
      ['~^[45]', 'no-cache'],
    ]),
    `types_hash_max_size 2048;\nlarge_client_header_buffers 4 32k;\n`,
  ];

  const server = [
    comment('Include this in a server block with listen, server_name and root.'),
    `index index.html;
absolute_redirect off;
server_tokens off;
charset off;
error_page 404 $site_not_found;
gzip_static on;
gzip_vary on;
${brotli ? 'brotli_static on;' : '# brotli_static needs the Debian package libnginx-mod-http-brotli-static.'}
`,
    `default_type application/octet-stream;\ntypes {\n${[...types]
      .map(([ending, type]) => `  ${quote(type)} ${ending};\n`)
      .join('')}}\n`,
    // nginx doesn't send headers with an empty value.
    [...sent.keys()]
      .map((name) => `add_header ${name} ${name === 'Cache-Control' ? '$site_cache' : variable(name)} always;\n`)
      .join(''),
    `if ($site_folder) {\n  return 301 $site_folder$is_args$args;\n}\n`,
    ...notFound.map((file) => `location = /${file} {\n  internal;\n}\n`),
    ...typed
      .filter((rule) => !byEnding.includes(rule))
      .map(
        ({ path, type }) => `location ~ ${quote(patternOf(path))} {\n  types {}\n  default_type ${quote(type)};\n}\n`,
      ),
    ...[...redirects].map(
      ([from, { to, status }]) =>
        `location = ${quote(decodeURI(from))} {\n  return ${status} ${quote(withArguments(to))};\n}\n`,
    ),
  ];
  return { 'http.conf': http.join('\n'), 'server.conf': server.join('\n') };
}

/**
 * A complete configuration for a local test: `nginx -p FOLDER -c FOLDER/nginx.conf`. nginx writes only to that folder.
 *
 * @param listen address and port
 * @param user   the user that the worker processes run as, if root starts nginx
 * @param module path of the Brotli module
 */
export function nginxMain(listen: string, user: string | undefined, module: string | undefined): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${comment('For a local test: nginx -p . -c nginx.conf -e stderr')}${module ? `load_module ${module};\n` : ''}${user ? `user ${user};\n` : ''}worker_processes auto;
pid nginx.pid;
error_log stderr error;
events {
  worker_connections 4096;
}
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
${temporary.map((name) => `  ${name}_temp_path temporary/${name};\n`).join('')}  include http.conf;
  server {
    listen ${listen};
    root site;
    include server.conf;
  }
}
`;
}

/** Groups the rules by header; Content-Type is separate, because nginx sets it from the file name. */
function divide(rules: readonly HeaderRule[]) {
  const sent = new Map<string, { path: string; value: string }[]>([['Cache-Control', []]]);
  const typed: { path: string; type: string }[] = [];
  for (const { path, headers } of rules)
    for (const [name, value] of Object.entries(headers))
      if (name === 'Content-Type') typed.push({ path, type: value });
      else sent.set(name, [...(sent.get(name) ?? []), { path, value }]);
  return { sent, typed };
}

const comment = (text: string): string => `# ${text}\n`;

const variable = (header: string): string => `$site_${header.toLowerCase().replaceAll('-', '_')}`;

const map = (from: string, to: string, lines: readonly (readonly [string, string])[]): string =>
  `map ${from} ${to} {\n${lines.map(([key, value]) => `  ${key === 'default' ? key : quote(key)} ${/^\$\w+$/.test(value) ? value : quote(value)};\n`).join('')}}\n`;

/** A value in quotes. A dollar sign starts a variable and can't be escaped. */
const quote = (value: string): string => `"${value.replace(/\\(?=\\|")|"/g, '\\$&')}"`;

/** A redirect's target with the query of the request, unless it has its own. */
function withArguments(to: string): string {
  const safe = to.replace(/["\\$\s]/g, (letter) => encodeURIComponent(letter));
  if (safe.includes('?')) return safe;
  const [path = '', hash] = safe.split(/#(.*)/s);
  return `${path}$is_args$args${hash === undefined ? '' : `#${hash}`}`;
}
