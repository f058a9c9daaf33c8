import { join } from 'node:path';
import { kinds } from '../schema/kinds.ts';
import type { EntryFile, Folder } from '../files.ts';
import { isDocumentName } from '../documents.ts';
import { isPictureName } from '../pictures.ts';
import { composed, describeCharacter, hiddenIndex, withoutHidden } from '../schema/characters.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { slugPattern } from '../schema/slug.ts';
import { filesBelow, isPicture, maxBytes, maxBytesOf, sizeOf, startOf, tooBig, unreadable } from './file-system.ts';

const foreignPictures = ['heic', 'heif', 'tif', 'tiff', 'bmp', 'psd', 'raw', 'dng', 'eps', 'ai'];
const settings = ['site.yaml', 'sources.yaml', 'redirects.yaml', 'member-cities.csv'];
const folders = kinds.filter((kind) => kind !== 'meeting');

/**
 * Lists the files of a content folder by kind, and reports those that don't belong there.
 *
 * @param dir       the content folder
 * @param languages the languages of site.yaml; the first is the default. Empty if that file couldn't be read.
 * @param report    called with each problem and its file
 */
export function readFolder(
  dir: string,
  languages: readonly string[],
  report: (file: string, message: string) => void,
): Folder {
  const result: Folder = { entries: [], pictures: [], documents: [], interfaces: [], misplaced: [] };
  const seen = new Map<string, string>();

  for (const [file, form] of filesBelow(dir, '')) {
    const [folder, ...rest] = file.split('/').length > 1 ? file.split('/') : ['', file];
    const name = rest.join('/');
    const path = join(dir, file);
    const slug = (rest.at(-1) as string).split('.')[0] as string;
    const isTop = folder === '';
    const kind = isTop && slug === 'meeting' ? slug : folders.find((each) => each === folder);
    const ending = /\.([^./]+)$/.exec(name)?.[1] ?? '';
    const isPictureFile = isPictureName(name) || isDocumentName(name) || foreignPictures.includes(ending.toLowerCase());
    const reportFile = (message: string) => {
      report(file, message);
      if (kind && !isPictureFile && slugPattern.test(slug)) result.misplaced.push({ kind, slug });
    };

    if (form !== 'file') {
      reportFile(notAFile[form]);
      continue;
    }
    if (isSystemFile(name)) {
      report(file, 'this file was left here by a program; delete it');
      continue;
    }
    const odd = name.search(/[\u00a0\u00ad\u2007\u200b-\u200f\u202f\u3000]/);
    if (composed(file) !== file || odd >= 0 || hiddenIndex(name) >= 0) {
      reportFile(
        composed(file) !== file
          ? `the name has decomposed letters (letter and accent as separate characters), as in some archives; retype it: ${composed(name)}`
          : `in the name of this file, ${describeCharacter(name, odd >= 0 ? odd : hiddenIndex(name))}`,
      );
      // A text that uses the correct name needs no report.
      if (isPictureFile) result.pictures.push(composed(file), composed(withoutHidden(file)));
      continue;
    }
    if (foreignPictures.includes(ending.toLowerCase())) {
      reportFile(`pictures in the format .${ending} can’t be used; save this one as .jpg or .png`);
      // A text that shows it needs no report of its own.
      result.pictures.push(composed(file));
      continue;
    }
    if (isPictureName(name)) {
      if (!isTop && !kind)
        reportFile(`there is no folder "${folder}" for pictures; put the picture next to the file that shows it`);
      const signature = startOf(path);
      if (signature === undefined) reportFile(unreadable);
      else if (!isPicture(signature)) reportFile('this file isn’t really a picture; export it again');
      if (tooBig(path, maxBytes.picture)) reportFile('the picture is over the 40 MB limit; make it smaller');
      result.pictures.push(composed(file));
      continue;
    }
    if (isDocumentName(name)) {
      // A file that lists this document isn't wrong, whatever is wrong with the document.
      result.documents.push(file);
      if ((!isTop && !kind) || rest.length > 1)
        reportFile('a document must be in the folder of the file that lists it; put it there');
      else if (!name.endsWith('.pdf'))
        reportFile(`the extension must be in lower case: ${name.replace(/\.pdf$/i, '.pdf')}`);
      const start = startOf(path);
      if (start === undefined) reportFile(unreadable);
      else if (sizeOf(path) === 0) reportFile('this document is empty; export it again');
      else if (!start.startsWith('%PDF-')) reportFile('this file isn’t really a PDF; export it again');
      if (tooBig(path, maxBytes.document)) reportFile('the document is over the 20 MB limit; make it smaller');
      continue;
    }
    if (tooBig(path, maxBytesOf(file))) {
      reportFile(`the file is over the limit of ${maxBytesOf(file) / 1000} kB; shorten or split it`);
      continue;
    }
    if (isTop) {
      if (settings.includes(name)) continue;
      const meeting = /^meeting\.(?<lang>[^.]+)\.(?<extension>mdx?)$/.exec(name)?.groups;
      if (meeting) addEntry({ kind: 'meeting', slug, file, ...meeting } as EntryFile, reportFile);
      else if (/^meeting\.mdx?$/.test(name)) reportFile(noLanguage(name, languages));
      else if (/\.mdx?$/i.test(name))
        reportFile(`this file doesn’t belong here; put it into a folder, like pages/${name}`);
      else reportFile(`${noContent(ending)}${didYouMean(name, settings)}`);
      continue;
    }
    if (folder === 'interface') {
      const match = /^([^./]+)\.yaml$/.exec(name);
      if (!match?.[1]) reportFile('interface words belong in a file named after the language, like interface/en.yaml');
      else if (languages.length > 0 && !languages.includes(match[1]))
        reportFile(`"${match[1]}" isn't a language of site.yaml${didYouMean(match[1], languages)}`);
      else result.interfaces.push(match[1]);
      continue;
    }
    if (!kind) {
      reportFile(`there is no folder "${folder}"${didYouMean(folder as string, [...folders, 'interface'])}`);
      continue;
    }
    if (rest.length > 1) {
      reportFile(`only pictures may be in a folder below "${folder}"; move the file up`);
      continue;
    }
    const entry = /^(?<slug>.+)\.(?<lang>[^.]+)\.(?<extension>mdx?)$/.exec(name)?.groups;
    if (!entry) {
      if (/^[^.]+\.mdx?$/.test(name)) reportFile(noLanguage(name, languages));
      else if (/\.mdx?$/i.test(name))
        reportFile(`the extension must be in lower case: ${name.replace(/\.mdx?$/i, (end) => end.toLowerCase())}`);
      else if (!looksLikeMarkdown(ending)) reportFile(noContent(ending));
      else
        reportFile(
          `only Markdown files (.md or .mdx) and pictures belong here; save the text as ${name.split('.')[0]}.${languages[0] ?? 'en'}.md`,
        );
      continue;
    }
    addEntry({ kind, file, ...entry } as EntryFile, reportFile);
  }
  return result;

  function addEntry(entry: EntryFile, reportFile: (message: string) => void): void {
    const { kind, slug, lang, file } = entry;
    if (languages.length > 0 && !languages.includes(lang))
      return reportFile(`"${lang}" isn't a language of site.yaml${didYouMean(lang, languages)}`);
    if (!slugPattern.test(slug))
      return reportFile(
        `the name "${slug}" becomes part of the address; write it in lower-case letters a–z, digits and hyphens`,
      );
    if (slug === 'index') return reportFile('the name "index" is reserved for the list of this folder; choose another');
    const key = `${kind}/${slug}.${lang}`;
    const other = seen.get(key);
    if (other !== undefined) return reportFile(`two files for one page: this one and ${other}; delete one`);
    seen.set(key, file);
    result.entries.push(entry);
  }
}

const notAFile = {
  folder: 'this is a folder with the name of a file; rename it, or put the file itself here',
  unreadable: 'this folder can’t be read; check its permissions',
  'dead link': 'this is a broken symbolic link; replace it with the file',
};

/** Files that operating systems and programs leave in folders. */
const isSystemFile = (name: string): boolean =>
  /(^|\/)(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r?)$|~$|\.(bak|orig|rej|swp|tmp|crdownload|part)$/i.test(name);

/** Extensions of texts that may be meant as Markdown. */
const looksLikeMarkdown = (ending: string): boolean =>
  ['', 'markdown', 'mdown', 'txt', 'mkd', 'doc', 'docx', 'odt', 'rtf'].includes(ending.toLowerCase());

/** The message for a file that is neither a text nor a picture of the edition. */
const noContent = (ending: string): string =>
  /^(xlsx?|pptx?|od[sp]|zip|mp[34]|mov|avi|webm|m4[av]|wav|ogg)$/i.test(ending)
    ? `.${ending} files aren’t published from here; put this one on another server and link to it, or delete it`
    : 'this file doesn’t belong here; delete it, or put _ before its name to leave it out';

const noLanguage = (name: string, languages: readonly string[]) =>
  `the language is missing from the file's name; rename it to ${name.replace(/(\.mdx?)$/, `.${languages[0] ?? 'en'}$1`)}`;
