/** Returns the next number, from 0 up to 1. */
export type Numbers = () => number;

/** Pseudo-random numbers: a Mulberry32 generator seeded with the FNV-1a hash of a text. */
export function numbersFrom(text: string): Numbers {
  let state = 0x811c9dc5;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) as number), 0x01000193);
  return randomFrom(state);
}

/** Pseudo-random numbers from a seed: mulberry32 (T. Ettinger, public domain). */
export function randomFrom(seed: number): Numbers {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
