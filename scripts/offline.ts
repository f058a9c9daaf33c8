/**
 * `npm run offline`: the complete website in dist-offline.zip: a folder that opens in a browser without a server or a
 * network. It builds the site for this, without changing dist/; `-- --site DIR` copies a built site instead, and
 * `-- --out FILE` writes another file.
 */
import './lib/uncaught-errors.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { siteDate } from '../src/calendar/phase.ts';
import { readContent } from '../src/model/read/content.ts';
import { contentDir, siteUrl } from '../src/settings.ts';
import { makeFolder, makeReadable } from './lib/folders.ts';
import { copyOf } from './lib/offline/copy.ts';
import { maxFiles, zipOf } from './lib/offline/zip.ts';

/** The folder in which the site is built, unless `--site` names a built one. */
const buildDir = '.dist-offline';

const { values } = parseArgs({
  options: { site: { type: 'string' }, out: { type: 'string', default: 'dist-offline.zip' } },
});
const started = performance.now();
const out = resolve(values.out);
if (existsSync(out) && !statSync(out).isFile()) fail(`"${values.out}" is a folder; choose a file name.`);
// The same moment for the build and for the date on the cover page.
process.env['SITE_DATE'] ||= Temporal.Now.instant().toString();

if (values.site === undefined) {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--outDir', buildDir], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
} else if (!existsSync(join(values.site, '_headers')))
  fail(`There is no built site in ${values.site}/; run \`npm run build\` first.`);

const { edition } = readContent(contentDir());
if (!edition) fail('The content has errors; `npm run check` lists them.');
const day = siteDate(process.env['SITE_DATE'], edition.site.timeZone).toPlainDate().toString();
const { files, pages } = copyOf(values.site ?? buildDir, edition, siteUrl(edition.site.address), day, (done, all) => {
  if (done % 250 === 0 || done === all) process.stderr.write(`${done} of ${all} pages\n`);
});
if (files.size > maxFiles) fail(`The copy has ${files.size} files, but a zip file can have only ${maxFiles}.`);
process.stderr.write(`Compressing ${files.size} files\n`);
const zip = zipOf(files, day);
makeReadable();
makeFolder(dirname(out));
const aside = join(dirname(out), `.${basename(out)}-new`);
writeFileSync(aside, zip);
renameSync(aside, out);
if (values.site === undefined) rmSync(buildDir, { recursive: true, force: true });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  `${values.out} is ready after ${seconds} s: ${pages} pages, ${files.size} files, ${(zip.length / 1e6).toFixed(1)} MB.\n`,
);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
