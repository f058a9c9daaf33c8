/**
 * `npm run new -- event my-slug`: writes a new file with every field explained. `--lang pl` starts a translation.
 * `npm run new -- edition DIR`: writes a minimal edition, as a starting point. Existing files are never overwritten.
 */
import './lib/uncaught-errors.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCompletion } from '../src/integrations/completion.ts';
import { readContent } from '../src/model/read/content.ts';
import { readSite } from '../src/model/read/settings-files.ts';
import { didYouMean } from '../src/model/schema/did-you-mean.ts';
import { contentDir } from '../src/settings.ts';
import { editionFiles, wordsToTranslate, writeFolder } from './lib/new-edition.ts';
import { kindNamed, newFile, newNames } from './lib/new-entry.ts';
import { UsageError, usageError } from './lib/usage-error.ts';

const log = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

try {
  const { what, name, lang } = readArguments();
  if (what === 'edition') edition(name, lang);
  else entry(what, name, lang);
} catch (error) {
  const message = error instanceof UsageError ? error.message : unwritable(error);
  if (message === undefined) throw error;
  const text = message.replace(/^[a-z]+ /, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  process.stderr.write(`${text}${text.endsWith('?') ? '' : '.'} Nothing was written.\n`);
  process.exitCode = 1;
}

/** @throws UsageError */
function readArguments(): { what: string; name: string | undefined; lang: string | undefined } {
  const usage = 'for example: npm run new -- event my-slug, with --lang pl for a translation';
  const { values, positionals, tokens } = parseArgs({
    options: { lang: { type: 'string' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'option' && token.name !== 'lang');
  if (unknown?.kind === 'option') usageError(`there is no option ${unknown.rawName}; ${usage}`);
  if (values.lang !== undefined && typeof values.lang !== 'string') usageError(`--lang needs a language; ${usage}`);
  const [what, name, ...rest] = positionals;
  if (what === undefined) return usageError(`say what to create${didYouMean('', newNames)}; ${usage}`);
  if (what !== 'edition' && !kindNamed(what)) usageError(`"${what}" isn't a kind of file${didYouMean(what, newNames)}`);
  if (rest.length > 0) usageError(`unexpected "${rest.join(' ')}"; use hyphens instead of spaces in a slug; ${usage}`);
  return { what, name, lang: values.lang };
}

function entry(what: string, name: string | undefined, lang: string | undefined): void {
  const kind = kindNamed(what) ?? usageError('');
  if (kind === 'meeting' && name !== undefined && name !== 'meeting')
    usageError('the meeting is one file and has no slug; write npm run new -- meeting');
  const slug =
    kind === 'meeting' ? 'meeting' : (name ?? usageError(`the slug is missing; write npm run new -- ${what} my-slug`));
  const dir = contentDir();
  const site =
    readSite(dir) ?? usageError(`${shown(join(dir, 'site.yaml'))} can't be read; \`npm run check\` shows why`);
  const { file, text } = newFile(dir, site, readContent(dir).edition, {
    kind,
    slug,
    lang: lang ?? (site.languages[0]?.code as string),
  });
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text, { flag: 'wx' });
  const { edition } = readContent(dir);
  if (edition) writeCompletion(dir, edition);
  log(`${shown(join(dir, file))} was created. Fill it in; \`npm run check\` lists the lines that are still empty.`);
}

function edition(dir: string | undefined, wanted: string | undefined): void {
  if (dir === undefined)
    return usageError('the folder of the new edition is missing; write npm run new -- edition DIR');
  const content = contentDir();
  const lang = wanted ?? readSite(content)?.languages[0]?.code ?? 'en';
  if (!relative(content, resolve(dir)).startsWith('..'))
    usageError(`"${dir}" is inside the content of this edition; choose a folder outside it`);
  const words = wordsToTranslate(lang);
  writeFolder(dir, editionFiles(lang, Temporal.Now.plainDateISO().year + 1, words));
  log(
    `${dir} now contains a minimal edition. Next steps:`,
    `  CONTENT_DIR=${dir} npm run dev     shows it at http://localhost:4321`,
    `  ${join(dir, 'site.yaml')}: address, name, languages, time zone`,
    `  ${join(dir, `meeting.${lang}.md`)}: the meeting`,
    ...(words === undefined
      ? []
      : [`  ${join(dir, `interface/${lang}.yaml`)}: buttons and labels in English; translate them`]),
    `  rename the files in ${join(dir, 'host-cities/')} and ${join(dir, 'fields/')} after your city and field, then run CONTENT_DIR=${dir} npm run check`,
  );
}

/** Why a file couldn't be written, such as missing permissions; undefined for another error. */
function unwritable(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  return code && path
    ? `"${shown(path)}" can't be written (${code}); check its permissions and the free disk space`
    : undefined;
}

/** A path relative to the current folder. */
function shown(path: string): string {
  return relative(process.cwd(), path) || '.';
}
