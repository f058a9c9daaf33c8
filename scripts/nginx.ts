/**
 * `npm run nginx`: the built site for nginx, in dist-nginx/: the files of dist/ with compressed copies, and a
 * configuration with the headers and redirects of `_headers` and `_redirects`. `-- --listen 127.0.0.1:8080` sets the
 * address of the local test configuration, `-- --site DIR` another built site, `-- --outDir DIR` another target.
 */
import './lib/uncaught-errors.ts';
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { makeFolder, makeReadable } from './lib/folders.ts';
import { isCompressible, nginxFiles, nginxMain } from '../src/hosting/nginx.ts';
import { rulesOf } from '../src/hosting/parse-rules.ts';

/** The module of Debian's package libnginx-mod-http-brotli-static. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const { values } = parseArgs({
  options: {
    site: { type: 'string', default: 'dist' },
    outDir: { type: 'string', default: 'dist-nginx' },
    listen: { type: 'string', default: '127.0.0.1:8080' },
  },
});
if (!existsSync(join(values.site, '_headers')))
  fail(`There is no built site in ${values.site}/; run \`npm run build\` first.`);
const out = resolve(values.outDir);
if (existsSync(out) && !existsSync(join(out, 'server.conf')))
  fail(`"${values.outDir}" contains files that aren't a site for nginx; choose another folder, or empty it first.`);

const staging = join(dirname(out), `.${basename(out)}-new`);
rmSync(staging, { recursive: true, force: true });
makeReadable();
makeFolder(join(staging, 'temporary'));
const rules = rulesOf(values.site);
const site = join(staging, 'site');
cpSync(values.site, join(site, rules.base), {
  recursive: true,
  // Configuration isn't served.
  filter: (path) => !/^(_headers|_redirects|\.nojekyll)$/.test(basename(path)),
});
const files = globSync('**/*', { cwd: site })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => statSync(join(site, file)).isFile());
await Promise.all(files.filter(isCompressible).map(compress));

const brotli = existsSync(brotliModule);
for (const [name, text] of Object.entries({ ...nginxFiles(rules, files, brotli) }))
  writeFileSync(join(staging, name), text);
// If root starts nginx, its workers run as a user who may not be allowed to read this folder.
const user = process.getuid?.() === 0 ? 'root' : undefined;
writeFileSync(join(staging, 'nginx.conf'), nginxMain(values.listen, user, brotli ? brotliModule : undefined));
rmSync(out, { recursive: true, force: true });
renameSync(staging, out);
process.stdout.write(
  `${values.outDir}/ is ready; nginx -p ${values.outDir} -c nginx.conf -e stderr -g 'daemon off;' serves it at http://${values.listen}${rules.base}/\n`,
);

/** Writes compressed copies next to a file, unless they are larger. */
async function compress(file: string): Promise<void> {
  const path = join(site, file);
  const data = readFileSync(path);
  const compressed: Record<string, Buffer> = {
    '.br': await promisify(brotliCompress)(data, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
    }),
    '.gz': await promisify(gzip)(data, { level: 9 }),
  };
  for (const [ending, content] of Object.entries(compressed))
    if (content.length < data.length) writeFileSync(path + ending, content);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
