import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCompletion } from '../../src/integrations/completion.ts';
import { editionIn } from '../helpers/editions.ts';
import { startLanguageServer, type LanguageServer } from '../helpers/language-server.ts';

/** Completion with Astro's language server, as in its VS Code extension. */
describe('while typing', () => {
  let server: LanguageServer;
  // The folder's name may contain a space.
  const workspace = mkdtempSync(join(tmpdir(), 'an editor '));
  const path = (file: string) => join(workspace, 'content', file);
  const text = (file: string) => readFileSync(path(file), 'utf8');
  /** Replaces a line and returns the completions at its end. */
  const offered = async (file: string, replaced: string, line: string) => {
    const lines = text(file).split('\n');
    const index = lines.indexOf(replaced);
    expect(index, replaced).toBeGreaterThan(0);
    lines[index] = line;
    const items = await server.complete(path(file), lines.join('\n'), index, line.length);
    return Object.fromEntries(items.map(({ label, documentation }) => [label, documentationText(documentation)]));
  };
  const documentationText = (documentation: string | { value: string } | undefined) =>
    typeof documentation === 'object' ? documentation.value : documentation;

  beforeAll(async () => {
    cpSync('tests/editions/trio', join(workspace, 'content'), { recursive: true });
    writeCompletion(join(workspace, 'content'), editionIn('tests/editions/trio'), workspace);
    server = await startLanguageServer(workspace);
  });
  afterAll(() => {
    server.stop();
    rmSync(workspace, { recursive: true, force: true });
  });

  test('fields are offered with their descriptions', async () => {
    const fields = await offered('events/lantern.en.md', 'website: "https://lantern.example/night"', 'web');
    expect(fields['website']).toBe('Its own website, as a full address.');
    expect(Object.keys(fields)).not.toContain('title');
  });

  test('cities, fields, countries and allowed values are offered with their names', async () => {
    expect(await offered('events/lantern.en.md', 'venue: "cistern-hall"', 'city: ')).toHaveProperty('tizrouane');
    expect(await offered('events/lantern.en.md', 'venue: "cistern-hall"', 'venue: ')).toEqual({
      'cistern-hall': expect.stringMatching(/^[A-Z]/) as string,
    });
    expect(await offered('host-cities/tizrouane.en.md', 'country: "MA"', 'country: ')).toMatchObject({ MA: 'Morocco' });
  });

  test('in a translation, only translatable fields are offered', async () => {
    const file = path('events/panel-market.ar.md');
    const items = await server.complete(file, '---\ntitle: "x"\n\n---\n', 2, 0);
    const labels = items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['summary', 'organisers']));
    expect(labels).not.toContain('city');
  });

  test.each([
    'events/lantern.en.md',
    'events/lantern.ar.md',
    'meeting.en.md',
    'meeting.pt-BR.md',
    'host-cities/tizrouane.en.md',
    'pages/visit.en.md',
  ])('the valid file %s has no diagnostics', async (file) => {
    expect(await server.diagnose(path(file), text(file))).toEqual([]);
  });

  test('errors are underlined on their lines, with a message', async () => {
    const file = 'events/lantern.en.md';
    const broken = text(file)
      .replace('venue: "cistern-hall"', 'cty: "tizrouane"')
      .replace(/^starts: .*$/m, 'starts: "12 June"');
    const lines = broken.split('\n');
    const found = await server.diagnose(path(file), broken);
    expect(found.map(({ message, range }) => [lines[range.start.line], message])).toEqual(
      expect.arrayContaining([
        ['cty: "tizrouane"', 'Property cty is not allowed.'],
        ['starts: "12 June"', expect.stringContaining('must be a date that exists, like 2027-06-12')],
      ]),
    );
    const fact = await server.diagnose(
      path('meeting.pt-BR.md'),
      text('meeting.pt-BR.md').replace('\ntitle:', '\nhosts: ["tizrouane"]\ntitle:'),
    );
    expect(fact.map(({ message }) => message)).toEqual(['Property hosts is not allowed.']);
  });
});
