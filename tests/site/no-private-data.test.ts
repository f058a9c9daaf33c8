/** The built site contains nothing private. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { built } from '../helpers/build.ts';

const expected =
  /\.(html|js|css|json|xml|txt|svg|png|webp|avif|jpe?g|woff2|ics|csv|geojson|md|webmanifest|pf_meta|pf_index|pf_fragment|pagefind)$/;
const forServers = ['_headers', '_redirects', '.nojekyll'];
const pictures = /\.(png|webp|avif|jpe?g)$/;

/** The text of a file, decompressed. */
function textOf(path: string): string {
  const data = readFileSync(path);
  return (data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data).toString('latin1');
}

/**
 * Names of the chunks of a PNG (PNG specification, section 5.3): four bytes of length, four of name, data, four of
 * checksum.
 */
function chunksOf(png: Buffer): string[] {
  const names: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) names.push(png.toString('latin1', at + 4, at + 8));
  return names;
}

describe.each(['main', 'solo', 'trio'])('%s: published files', (name) => {
  const dir = built(name);
  const files = globSync('**/*', { cwd: dir })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(dir, file)).isFile());
  // globSync skips names that begin with a dot, so these files are searched for separately.
  const hidden = globSync(['.*', '**/.*'], { cwd: dir });

  test('only expected types of files, no drafts or leftovers', () => {
    expect(files.length).toBeGreaterThan(50);
    expect([...files, ...hidden].filter((file) => !expected.test(file) && !forServers.includes(file))).toEqual([]);
    expect(
      files.filter((file) => /(^|\/)_(?!astro\/|headers$|redirects$)|(^|\/)(README|Thumbs\.db)|~$/.test(file)),
    ).toEqual([]);
  });

  test('no source maps, and no trace of the build machine', () => {
    const machine = [
      process.cwd(),
      homedir(),
      tmpdir(),
      hostname(),
      'node_modules',
      'file://',
      '.dist-new',
      'sourceMappingURL',
    ]
      // Short names such as "/" prove nothing.
      .filter((word) => word.length > 3);
    for (const file of files.filter((path) => !pictures.test(path) && !path.endsWith('.woff2'))) {
      const text = textOf(join(dir, file));
      for (const word of machine) expect(text.includes(word), `${file}: ${word}`).toBe(false);
    }
  });

  test('no comments by editors or developers', () => {
    for (const file of files.filter((path) => /\.(html|md|svg|xml)$/.test(path)))
      expect(textOf(join(dir, file)), file).not.toMatch(/<!--|\{\/\*/);
  });

  test('pictures have no metadata: no place, camera, author or program', async () => {
    const found = files.filter((path) => pictures.test(path));
    expect(found.length).toBeGreaterThan(3);
    for (const file of found) {
      const data = readFileSync(join(dir, file));
      const { exif, xmp, iptc, comments } = await sharp(data).metadata();
      expect([exif, xmp, iptc, comments ?? []], file).toEqual([undefined, undefined, undefined, []]);
      if (!file.endsWith('.png')) continue;
      const telling = chunksOf(data).filter((chunk) => /^(tEXt|iTXt|zTXt|eXIf|tIME|caBX)$/.test(chunk));
      expect(telling, file).toEqual([]);
    }
  });
});
