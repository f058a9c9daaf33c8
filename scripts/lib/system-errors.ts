/** System errors as messages that say what to do. */

/** Messages for error codes (errno.h) and fatal errors of the JavaScript engine. */
const causes: [pattern: RegExp, message: (place: string) => string][] = [
  [/\bENOSPC\b|no space left on device/i, () => 'The disk is full; free some space and build again.'],
  [/\bEDQUOT\b/, () => 'Your disk quota is used up; free some space and build again.'],
  [/\bEROFS\b/, (place) => `The disk is read-only${place}; build into another folder: npm run build -- --outDir DIR.`],
  [/\b(?:EACCES|EPERM)\b/, (place) => `Permission denied${place}; check the permissions of the file and its folder.`],
  [/\b(?:EMFILE|ENFILE)\b/, () => 'Too many files are open on this machine; close other programs, or raise the limit (ulimit -n).'],
  [/\b(?:EBUSY|EXDEV)\b/, (place) => `The folder is in use or a mount point${place}; build into a folder inside it.`],
  [/\bENOENT\b.*\bmkdir\b/, (place) => `The folder can't be created${place}; choose another.`],
  [/\bEIO\b/, (place) => `The disk can't be read or written${place}; it may be damaged.`],
  [/\bELOOP\b/, (place) => `A symbolic link points to itself${place}; delete it.`],
  [
    /\bENOMEM\b|heap out of memory|Array buffer allocation failed|allocation failure/i,
    () => 'The build ran out of memory; close other programs, or raise the limit: NODE_OPTIONS=--max-old-space-size=8192.',
  ],
  [/Maximum call stack size exceeded/, () => 'Something in the content is nested too deeply; simplify it.'],
]; // prettier-ignore

/**
 * A system error as one message; undefined for any other error.
 *
 * @param text the output of a program, or an error's code and message (`ENOSPC: no space left on device, write '/x'`)
 * @param root paths in this folder are shown relative to it
 */
export function systemErrorMessage(text: string, root: string): string | undefined {
  const found = causes.find(([pattern]) => pattern.test(text));
  if (!found) return undefined;
  const place = /\bE[A-Z]{2,}: [^\n']*'(?:file:\/\/)?([^'\n]+)'/.exec(text)?.[1];
  return found[1](place === undefined ? '' : ` (${place.replace(`${root}/`, '')})`);
}

/** An error as text for systemErrorMessage(). */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  return error.message.includes(code) ? error.message : `${code}: ${error.message}`;
}
