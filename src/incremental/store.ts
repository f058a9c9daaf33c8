/**
 * Pages that were made before, with the parts that each was made from. Two files: the pages one behind another, to which
 * is only added, and an index, which is replaced when a build is whole. A build that is killed leaves the index of the one
 * before and some bytes that nobody asks for; it can't mix two editions.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import type { Part } from '../model/parts.ts';
import type { BuiltPage } from './built-page.ts';
import { hashOf } from './layout.ts';

const version = 3;

/** Of a page: where it lies in its file, the hash of its bytes, and the numbers of its parts. */
type Place = [at: number, length: number, hash: string, ...parts: number[]];

/** A page of this build. */
interface Kept {
  at: number;
  length: number;
  hash: string;
  parts: readonly Part[];
  about: BuiltPage | undefined;
}

interface Index {
  version: number;
  /** What all pages were made with: another one makes all anew. */
  tools: string;
  /** The file of the pages. */
  file: string;
  parts: Part[];
  /** What stood in each part, as a hash. */
  hashes: string[];
  /** What was worked out from other parts, with their numbers. */
  worked: [number, number[]][];
  pages: Record<string, Place>;
  /** Of pages that are HTML. */
  about: Record<string, BuiltPage>;
  /** How many were made in the last build, and how many it took from the one before. */
  made: number;
  kept: number;
}

export class Store {
  readonly #folder: string;
  readonly #tools: string;
  readonly #valueOf: (part: Part) => string | undefined;
  readonly #before: Index | undefined;
  readonly #file: string;
  readonly #handle: number;
  readonly #changed: boolean[];
  readonly #next = new Map<string, Kept>();
  readonly #mentioned: (readonly Part[])[] = [];
  #end: number;
  #made = 0;
  #kept = 0;

  /**
   * @param tools  hash of all that makes pages and is no part of the edition
   * @param valueOf the hash of what stands in a part now; undefined where there is no such part any more
   */
  constructor(folder: string, tools: string, valueOf: (part: Part) => string | undefined) {
    this.#folder = folder;
    this.#tools = tools;
    this.#valueOf = valueOf;
    mkdirSync(folder, { recursive: true });
    const index = readIndex(folder);
    this.#before = index?.tools === tools ? index : undefined;
    this.#file = this.#before?.file ?? `pages-${Date.now().toString(36)}`;
    // The index first: it must never name a file that isn't there.
    if (!this.#before) rmSync(join(folder, 'index.json'), { force: true });
    // Builds that were killed have left theirs.
    for (const old of readdirSync(folder))
      if (old.startsWith('pages-') && old !== this.#before?.file) rmSync(join(folder, old), { force: true });
    this.#handle = openSync(join(folder, this.#file), this.#before ? 'r+' : 'w+');
    this.#end = fstatSync(this.#handle).size;
    this.#changed = this.#before ? changesIn(this.#before, valueOf) : [];
  }

  /** Takes a page over from the build before, if all of its parts are as they were. @returns whether it did */
  keep(address: string): boolean {
    const place = this.#before?.pages[address];
    if (!this.#before || !place) return false;
    const [at, length, hash, ...parts] = place;
    if (parts.some((part) => this.#changed[part])) return false;
    this.#kept += 1;
    const about = this.#before.about[address];
    this.#next.set(address, { at, length, hash, parts: parts.map((part) => this.#before?.parts[part] as Part), about });
    return true;
  }

  /** A page that was kept or written. */
  read(address: string): Buffer {
    const place = this.#next.get(address);
    if (!place) throw new Error(`${address} is not among the pages of this build`);
    const page = Buffer.allocUnsafe(place.length);
    if (readSync(this.#handle, page, 0, place.length, place.at) !== place.length)
      throw new Error('the kept pages were changed while the build ran; build again with -- --fresh');
    return page;
  }

  /** The hash of the bytes of a page that was kept or written (`hashOf` of layout.ts). */
  hash(address: string): string {
    return this.#next.get(address)?.hash ?? '';
  }

  /** What is known of a page that was kept or written; undefined where it isn't HTML. */
  about(address: string): BuiltPage | undefined {
    return this.#next.get(address)?.about;
  }

  /** Says what a page was made from that isn't kept. */
  mention(parts: Iterable<Part>): void {
    this.#made += 1;
    this.#mentioned.push([...parts]);
  }

  /** Keeps a page for the next build. */
  write(address: string, page: Uint8Array, parts: Iterable<Part>, about?: BuiltPage): void {
    this.#made += 1;
    const at = this.#end;
    writeSync(this.#handle, page, 0, page.length, at);
    this.#end += page.length;
    this.#next.set(address, { at, length: page.length, hash: hashOf(page), parts: [...parts], about });
  }

  /**
   * Ends a build that is whole: what was read or written in it is there for the next.
   *
   * @param worked the parts of what was worked out in this build
   */
  finish(worked: ReadonlyMap<Part, Iterable<Part>>): void {
    const live = [...this.#next.values()].reduce((sum, { length }) => sum + length, 0);
    // Half of the file is old: it is written anew the next time.
    const file = this.#end > 2 * live + 1_000_000 ? this.#copyLive() : this.#file;
    const numbers = new Map<Part, number>();
    const number = (part: Part) => {
      let known = numbers.get(part);
      if (known === undefined) numbers.set(part, (known = numbers.size));
      return known;
    };
    const pages = Object.fromEntries(
      [...this.#next].map(([address, { at, length, hash, parts }]) => [
        address,
        [at, length, hash, ...parts.map(number)] as Place,
      ]),
    );
    const about = Object.fromEntries(
      [...this.#next].flatMap(([address, { about }]) => (about ? [[address, about] as const] : [])),
    );
    // What pages that were kept rest on, and nobody asked for this time, is as it was.
    const before = new Map(
      this.#before?.worked.map(([part, from]) => [
        this.#before?.parts[part] as Part,
        from.map((one) => this.#before?.parts[one] as Part),
      ]),
    );
    const all = new Map<number, number[]>();
    // A map grows while it is gone through: what was worked out rests on what else was.
    for (const [part, at] of numbers) {
      const from = worked.get(part) ?? before.get(part);
      if (from) all.set(at, [...from].map(number));
    }
    const parts = [...numbers.keys()];
    const index: Index = {
      version,
      tools: this.#tools,
      file,
      parts,
      hashes: parts.map((part) => this.#valueOf(part) ?? ''),
      worked: [...all],
      pages,
      about,
      made: this.#made,
      kept: this.#kept,
    };
    const target = join(this.#folder, 'index.json');
    writeFileSync(`${target}.new`, JSON.stringify(index));
    renameSync(`${target}.new`, target);
    closeSync(this.#handle);
    if (file !== this.#file) rmSync(join(this.#folder, this.#file), { force: true });
  }

  /** The parts of all pages of this build. */
  *parts(): Generator<readonly Part[]> {
    for (const { parts } of this.#next.values()) yield parts;
    yield* this.#mentioned;
  }

  #copyLive(): string {
    const name = `${this.#file.replace(/-\d+$/, '')}-${Date.now()}`;
    const target = openSync(join(this.#folder, name), 'w');
    let end = 0;
    for (const place of this.#next.values()) {
      const page = Buffer.allocUnsafe(place.length);
      readSync(this.#handle, page, 0, place.length, place.at);
      writeSync(target, page, 0, page.length, end);
      place.at = end;
      end += page.length;
    }
    closeSync(target);
    return name;
  }
}

function readIndex(folder: string): Index | undefined {
  try {
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Index;
    const { size } = statSync(join(folder, index.file));
    const whole = Object.values(index.pages).every(([at, length]) => at + length <= size);
    return index.version === version && whole ? index : undefined;
  } catch {
    return undefined;
  }
}

/** Which parts aren't as they were: those with another hash, and what was worked out from such. */
function changesIn(index: Index, valueOf: (part: Part) => string | undefined): boolean[] {
  const worked = new Map(index.worked);
  const changed: (boolean | undefined)[] = [];
  const isChanged = (number: number): boolean => {
    const known = changed[number];
    if (known !== undefined) return known;
    // In a circle nothing would be known; there is none, as what is worked out ends before another needs it.
    changed[number] = false;
    const from = worked.get(number);
    const now = from ? from.some(isChanged) : valueOf(index.parts[number] as Part) !== index.hashes[number];
    changed[number] = now;
    return now;
  };
  return index.parts.map((_, number) => isChanged(number));
}
