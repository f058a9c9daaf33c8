/** What the machine refused, in words that say what to do. Pure. */

/** What the system's error codes (errno.h) and the engine's last words mean to somebody who wanted a site. */
const causes: [sign: RegExp, sentence: (place: string) => string][] = [
  [/\bENOSPC\b|no space left on device/i, () => 'The disk is full; make room, and build again.'],
  [/\bEDQUOT\b/, () => 'Your share of the disk is used up (quota); make room, and build again.'],
  [/\bEROFS\b/, (place) => `The disk can only be read${place}; build into another folder: npm run build -- --outDir DIR.`],
  [/\b(?:EACCES|EPERM)\b/, (place) => `The system forbids it${place}; check the rights of the file and its folder.`],
  [/\b(?:EMFILE|ENFILE)\b/, () => 'Too many files are open on this machine; close other programs, or raise the limit (ulimit -n).'],
  [/\b(?:EBUSY|EXDEV)\b/, (place) => `The folder is in use, or a disk of its own${place}; build into a folder inside of it.`],
  [/\bENOENT\b.*\bmkdir\b/, (place) => `There can be no folder of yours${place}; name another.`],
  [/\bEIO\b/, (place) => `The disk can't be read or written${place}; it may be damaged.`],
  [/\bELOOP\b/, (place) => `A link leads back to itself${place}; delete it.`],
  [
    /\bENOMEM\b|heap out of memory|Array buffer allocation failed|allocation failure/i,
    () => 'The memory did not suffice; close other programs, or give the build more: NODE_OPTIONS=--max-old-space-size=8192.',
  ],
  [/Maximum call stack size exceeded/, () => 'Something in the content nests too deep; make it flat.'],
]; // prettier-ignore

/**
 * Why the machine couldn't do something, as one plain sentence; undefined where it isn't the machine.
 *
 * @param text what a program said, or an error's code and message (`ENOSPC: no space left on device, write '/x'`)
 * @param root places in this folder are named from here
 */
export function causeOf(text: string, root: string): string | undefined {
  const found = causes.find(([sign]) => sign.test(text));
  if (!found) return undefined;
  const place = /\bE[A-Z]{2,}: [^\n']*'(?:file:\/\/)?([^'\n]+)'/.exec(text)?.[1];
  return found[1](place === undefined ? '' : ` (${place.replace(`${root}/`, '')})`);
}

/** An error as text for causeOf. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  return error.message.includes(code) ? error.message : `${code}: ${error.message}`;
}
