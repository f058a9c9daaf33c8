import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPictureName } from '../pictures.ts';
import { short, type ReadFile, type RuleContext, type ReportLine } from './helpers/context.ts';
import { linkChecker } from './helpers/links.ts';

/** Checks links, headings and imports in texts. */
export function checkTexts(context: RuleContext): void {
  const link = linkChecker(context);
  for (const file of context.files) {
    const { body, translation } = file;
    const report: ReportLine = (line, message) =>
      context.error(file.file, translation.bodyLine + line - 1, '', message);
    if (body.failure) {
      report(body.failure.line, body.failure.target);
      continue;
    }
    for (const { target, line } of body.links) {
      const problem = link(target, file);
      if (problem !== undefined) report(line, problem);
    }
    headings(file, report);
    for (const { target, line } of body.imports)
      // Pictures have their own rule.
      if (!isPictureName(target) && !existsSync(join(context.dir, dirname(file.file), target)))
        report(line, `the file "${target}" doesn't exist; correct its name`);
  }
}

/** The page's title is its h1, so a text begins with ## and must not skip levels. */
function headings({ body, translation }: ReadFile, report: ReportLine): void {
  let depth = 1;
  for (const heading of body.headings) {
    const text = short(heading.text);
    if (heading.depth === 1)
      report(heading.line, `"# ${text}" is a first-level heading, which is reserved for the title; write ## instead`);
    else if (heading.depth > depth + 1)
      report(
        heading.line,
        `the heading "${text}" skips a level; write ${'#'.repeat(depth + 1)} instead of ${'#'.repeat(heading.depth)}`,
      );
    if (heading.text.trim() === '') report(heading.line, 'this heading is empty; fill it in or delete the line');
    if (heading.text.trim() === translation.title.trim())
      report(heading.line, `the heading "${text}" repeats the title; delete or rename it`);
    depth = Math.max(heading.depth, 1);
  }
}
