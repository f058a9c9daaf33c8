import { basename, dirname } from 'node:path';
import { documentPath, documentsOf } from '../documents.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { originals, type RuleContext } from './helpers/context.ts';

/** Reports documents that don't exist, are listed twice, or aren't listed. */
export function checkDocuments(context: RuleContext): void {
  const listed = new Set<string>();
  for (const { entry, file } of originals(context)) {
    const own = new Set<string>();
    documentsOf(context.edition, entry).forEach(({ path }, index) => {
      listed.add(path);
      const error = (message: string) =>
        context.error(file.file, file.lineOf(['documents', index, 'file']), 'documents', message);
      if (own.has(path)) error(`the document "./${basename(path)}" is listed twice; delete one`);
      own.add(path);
      if (context.folder.documents.includes(path)) return;
      const beside = context.folder.documents.filter(
        (other) => dirname(other) === dirname(documentPath(file.file, 'x')),
      );
      const called = beside.find((other) => other.toLowerCase() === path.toLowerCase());
      const names = beside.map((other) => `./${basename(other)}`);
      error(
        called === undefined
          ? `the document "./${basename(path)}" doesn't exist; put it in the folder of this file${didYouMean(`./${basename(path)}`, names)}`
          : `there is no document "./${basename(path)}"; the file is called "./${basename(called)}", so use exactly that`,
      );
    });
  }
  if (!context.allRead) return;
  for (const path of context.folder.documents)
    if (!listed.has(path))
      context.note(path, 1, '', 'no file lists this document; list it under documents, or delete it');
}
