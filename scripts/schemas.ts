/**
 * `npm run schemas`: writes the content's schemas as JSON Schema (docs/schemas/), as tables (docs/front-matter.md) and,
 * with the slugs and sources of this edition, for completion in editors (.astro/collections/).
 */
import './lib/uncaught-errors.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeCompletion } from '../src/integrations/completion.ts';
import { readContent } from '../src/model/read/content.ts';
import { contentDir } from '../src/settings.ts';
import { schemaDocuments } from './lib/schema-documents.ts';

const documents = schemaDocuments();
for (const [file, text] of documents) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
process.stdout.write(`docs/: ${documents.size} files.\n`);
const { edition } = readContent(contentDir());
if (edition) {
  writeCompletion(contentDir(), edition);
  process.stdout.write('.astro/collections/: completion in editors is up to date.\n');
} else {
  process.stdout.write(
    'The content can’t be read, so completion in editors was not updated; `npm run check` shows why.\n',
  );
}
