import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PictureCall } from '../body.ts';
import { decoded, isPictureName, picturePath } from '../pictures.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { translationsOf, type ReadFile, type RuleContext, type ReportLine } from './helpers/context.ts';

type ReportMessage = (message: string) => void;

/** An example of a picture in Markdown, for messages. */
const example = (target: string) => `![what it shows](${target || './picture.jpg'} "Photo: Name, CC BY 4.0")`;

/**
 * A picture must be in the folder of its text, have an alternative text and a credit, and be in the translations too.
 */
export function checkPictures(context: RuleContext): void {
  const shown = new Set<string>();
  for (const file of context.files) {
    const { body, translation } = file;
    if (body.failure) continue;
    const reportAt = (line: number) => (message: string) =>
      context.error(file.file, translation.bodyLine + line - 1, '', message);
    for (const call of body.pictures) {
      shown.add(picturePath(file.file, call.target));
      words(call, reportAt(call.line));
      place(context, file.file, call.target, reportAt(call.line));
    }
    for (const { target, line } of body.imports)
      if (isPictureName(target))
        reportAt(line)(
          `a picture can't be imported, because its camera metadata would be published; write ${example(target)}`,
        );
  }
  translated(context);
  credits(context);
  for (const path of context.folder.pictures)
    if (!shown.has(path)) context.note(path, 1, '', 'no text shows this picture; show it or delete it');
}

/** Checks a picture's alternative text and credit, and whether it has its own paragraph. */
function words({ target, alt, credit, alone }: PictureCall, report: ReportMessage): void {
  if (alt.trim() === '')
    report(`the picture "${target}" has no alternative text; describe it between the square brackets`);
  else if (/^\S+\.\w{3,4}$/.test(alt))
    report(`the alternative text "${alt}" is a file name; describe what the picture shows`);
  if (credit.trim() === '')
    report(`the picture "${target}" has no credit; say who made it and under which licence: ${example(target)}`);
  if (!alone)
    report(
      `the picture "${target}" is inside a paragraph; put it in its own paragraph, with an empty line before and after`,
    );
}

/**
 * Checks the file. Names are case-sensitive: some file systems treat IMG.JPG and img.jpg as the same, but URLs don't.
 */
function place({ dir, folder }: RuleContext, file: string, target: string, report: ReportMessage): void {
  if (/^[a-z]+:|^\//i.test(target))
    return report(
      `the picture "${target}" isn't in the folder of this file; put it there and write ./ before its name`,
    );
  const path = picturePath(file, target);
  if (path.startsWith('..'))
    return report(`the picture "${target}" is outside the content; put it in the folder of this file`);
  if (folder.pictures.includes(path)) return;
  const beside = folder.pictures.filter((other) => dirname(other) === dirname(path));
  const called = beside.find(
    (other) => other.toLowerCase() === path.toLowerCase() || other.replace(/\.[^.]+$/, '') === path,
  );
  if (called !== undefined)
    return report(`there is no picture "${target}"; the file is called "./${basename(called)}", so use exactly that`);
  if (!isPictureName(path))
    return report(`"${target}" isn't a picture; use a file that ends in .jpg, .png, .webp or .svg`);
  if (/(^|\/)[_.]/.test(path) && existsSync(join(dir, path)))
    return report(`the picture "${target}" is ignored, because its name begins with _ or a dot; rename it`);
  const suggestion = didYouMean(
    target,
    beside.map((other) => `./${basename(other)}`),
  );
  report(`the picture "${target}" doesn't exist; put it in the folder of this file${suggestion}`);
}

/**
 * The message for a picture that became text because of spaces in its name or before its address.
 * @param raw the Markdown, as written in the file
 */
export function almostPicture(raw: string): string {
  const inside = /\(([^()]*)\)$/.exec(raw)?.[1] ?? '';
  const [, name = inside, credit = ''] = /^(.*?)(\s+["'(].*)?$/.exec(inside.trim()) ?? [];
  if (!/\s/.test(name)) return `"${name}" isn't shown as a picture; write ${example(name)}`;
  const better = basename(decoded(name)).replace(/\s+/g, '-');
  return `the name "${name}" has spaces; rename the file to ${better} and write ![…](./${better}${credit})`;
}

/**
 * Reports `![][name]`, whose address is elsewhere in the text. Google Docs exports pictures like this, with the data in
 * that address.
 */
export const imageReference = (name: string, alt: string, line: number, report: ReportLine): void =>
  report(
    line,
    `the picture "${alt || name}" has its address elsewhere; save it as a file next to this one, and write ${example('')}`,
  );

/** Reports an MDX tag that would publish an unprocessed picture. */
export const pictureTag = (tag: string, line: number, report: ReportLine): void =>
  report(line, `${tag} would publish the picture with its camera metadata; write ${example('')} instead`);

/** All languages must show the same pictures, with translated alternative texts. */
function translated(context: RuleContext): void {
  for (const [file, there] of translationsOf(context)) {
    const calls = (of: ReadFile) => new Map(of.body.pictures.map((call) => [picturePath(of.file, call.target), call]));
    const [here, originalCalls] = [calls(file), calls(there)];
    const note = (line: number, message: string) => context.note(file.file, line, '', message);
    for (const [path, { target }] of originalCalls)
      if (!here.has(path))
        note(file.translation.bodyLine, `the picture "${target}" of the original is missing here; add it`);
    for (const [path, { target, alt, line }] of here) {
      const at = file.translation.bodyLine + line - 1;
      if (!originalCalls.has(path))
        note(at, `the original doesn't show the picture "${target}"; add it there or delete it here`);
      else if (alt.trim() !== '' && alt === originalCalls.get(path)?.alt)
        note(at, `the alternative text "${alt}" is the same as in the original; translate it`);
    }
  }
}

/** A picture must have the same credit everywhere in a language. */
function credits(context: RuleContext): void {
  const first = new Map<string, { file: string; credit: string }>();
  for (const { file, lang, body, translation } of context.files)
    for (const { target, credit, line } of body.pictures) {
      if (credit.trim() === '') continue;
      const key = `${lang}|${picturePath(file, target)}`;
      const other = first.get(key);
      if (!other) first.set(key, { file, credit });
      else if (other.credit !== credit)
        context.note(
          file,
          translation.bodyLine + line - 1,
          '',
          `the credit "${credit}" of "${target}" differs from the one in ${other.file} ("${other.credit}"); make them the same`,
        );
    }
}
