import { describe, expect, test } from 'vitest';
import { motifs } from '../../src/model/kinds/index.ts';
import { weave } from '../../src/weave/weave.ts';

const options = {
  slug: 'a-page',
  along: 'lines',
  across: 'staves',
  dots: ['f1', 'f2'],
  width: 640,
  height: 462,
} as const;

describe('weave', () => {
  test('the same page has always the same, another page another', () => {
    expect(weave(options)).toBe(weave({ ...options }));
    expect(weave({ ...options, slug: 'another-page' })).not.toBe(weave(options));
  });
  test.each(motifs.flatMap((along) => motifs.map((across) => [along, across] as const)))(
    '%s crossed by %s is drawn, hidden from assistive technology, and without styles',
    (along, across) => {
      const svg = weave({ ...options, along, across });
      expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/);
      expect(svg).not.toMatch(/NaN|undefined|style=|Infinity/);
      expect(svg).toMatch(/class="along" d="M/);
      expect(svg).toMatch(/class="across" d="M/);
    },
  );
  test('each field has its dots, and without fields there are none', () => {
    const svg = weave({ ...options, dots: ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'] });
    for (const field of [1, 2, 3, 4, 5, 6, 7]) expect(svg).toContain(`<circle class="f${field}"`);
    expect(weave({ ...options, dots: [] })).not.toContain('<circle');
  });
});
