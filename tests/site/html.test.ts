import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { built } from '../helpers/build.ts';
import { pagesIn } from '../helpers/pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The style of the generated HTML is up to Astro.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Titles also name the section and the site, for search results.
    'long-title': 'off',
    // The site's own files need no integrity attribute, and nothing comes from other sites (security.test.ts).
    'require-sri': ['error', { target: 'crossorigin' }],
    // There are no phone numbers; the rule would report other numbers.
    'tel-non-breaking': 'off',
    // Heading ids may contain any letters, which HTML allows.
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
