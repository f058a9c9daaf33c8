/**
 * `npm run schemas`: writes what the schemas of the content say, for editors: as JSON Schema into docs/schemas/, as tables into
 * docs/fields.md, and for the edition at hand, with what it has, where Astro's language server looks for it.
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
  process.stdout.write('.astro/collections/: completion while typing knows this edition.\n');
} else {
  process.stdout.write(
    'The content can’t be read, so completion while typing knows nothing of it; `npm run check` tells why.\n',
  );
}
