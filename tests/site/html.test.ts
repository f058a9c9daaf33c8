import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { built } from '../helpers/build.ts';
import { pagesIn } from '../helpers/pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Style of writing, which is the generator's, not ours.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Titles stand alone as search results and name section and site.
    'long-title': 'off',
    // What comes from the site itself needs no checksum; nothing comes from elsewhere (security.test.ts).
    'require-sri': ['error', { target: 'crossorigin' }],
    // Phone numbers are none.
    'tel-non-breaking': 'off',
    // Ids made from headings have the letters of their language, as HTML allows.
    'valid-id': ['error', { relaxed: true }],
  },
});

describe.each(['main', 'solo', 'trio', 'starter'])('%s: HTML', (name) => {
  test('every page is valid', async () => {
    const problems: string[] = [];
    for (const page of pagesIn(built(name))) {
      const report = await validator.validateString(page.html, page.file);
      for (const result of report.results)
        for (const message of result.messages)
          problems.push(`${page.file}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
    }
    expect(problems.slice(0, 20)).toEqual([]);
  });
});
