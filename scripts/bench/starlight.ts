/** The texts of a made-up edition as a Starlight site, to compare build times. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { sections } from '../../src/model/schema/kinds.ts';
import { languages } from './text.ts';

/** Starlight is installed and its site built in this folder. */
export const starlightFolder = 'node_modules/.cache/bench-starlight';
export const starlightVersion = '0.42.4';

/** Whatever isn't set here has Starlight's default, such as a sidebar with every page and a Pagefind index. */
const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
const locales = { root: { label: 'English', lang: 'en' }, pl: { label: 'Polski' }, fr: { label: 'Français' } };
export default defineConfig({ site: 'https://archive.example', integrations: [starlight({ title: 'Archive', locales })] });
`;
const collection = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Installs Starlight with this project's version of Astro. */
export function installStarlight(): void {
  const { astro, sharp } = packageJson.dependencies;
  const dependencies = { '@astrojs/starlight': starlightVersion, astro, sharp };
  write('package.json', JSON.stringify({ private: true, type: 'module', dependencies }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: starlightFolder, stdio: 'inherit' });
  write('astro.config.mjs', config);
  write('src/content.config.ts', collection);
}

/**
 * Writes each text of an edition as a Starlight page, plus a home page and a list page for each section, so
 * that both sites have the same number of pages.
 *
 * @param edition folder of the edition
 */
export function writeDocs(edition: string): void {
  rmSync(join(starlightFolder, 'src/content'), { recursive: true, force: true });
  for (const lang of languages) {
    const base = lang === languages[0] ? '' : `${lang}/`;
    const links = globSync(`**/*.${lang}.md`, { cwd: edition }).map((file) => {
      const path = base + file.replace(`.${lang}.md`, '');
      const [, front, body] = readFileSync(join(edition, file), 'utf8').split('---\n') as [string, string, string];
      const title = valueOf('title', front);
      const source = /\[\^(.+?)\]/.exec(body)?.[1] as string;
      writePage(path, title, valueOf('summary', front), `${body}\n[^${source}]: https://archive.example/${source}/\n`);
      return `- [${title}](/${path}/)\n`;
    });
    for (const list of ['index', ...sections]) writePage(base + list, list, `The pages of ${list}`, links.join(''));
  }
}

const valueOf = (key: string, front: string) => new RegExp(`^${key}: "(.*)"$`, 'm').exec(front)?.[1] as string;

const writePage = (path: string, title: string, description: string, body: string) => {
  write(`src/content/docs/${path}.md`, `---\ntitle: "${title}"\ndescription: "${description}"\n---\n\n${body}`);
};

function write(file: string, text: string): void {
  mkdirSync(dirname(join(starlightFolder, file)), { recursive: true });
  writeFileSync(join(starlightFolder, file), text);
}
