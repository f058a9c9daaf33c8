import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { readHistory } from '../../src/git/history.ts';
import { readContent } from '../../src/model/read/content.ts';
import { built, starter } from '../helpers/build.ts';
import { least, isThisEdition } from '../helpers/this-edition.ts';
import { realPages } from '../helpers/pages.ts';
import { dataOf } from '../helpers/structured.ts';

const editions = { main: 'content', solo: 'tests/editions/solo', trio: 'tests/editions/trio', starter };

/** Combines the official schema (sitemaps.org) with our own for alternates, which have no official one. */
const driver = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
<xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml-link.xsd"/></xs:schema>`;
const alternate = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
<xs:element name="link"><xs:complexType><xs:attribute name="rel" use="required" fixed="alternate"/>
<xs:attribute name="hreflang" use="required"/><xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType></xs:element></xs:schema>`;
const require = createRequire(createRequire(import.meta.url).resolve('@astrojs/sitemap'));
const official = readFileSync(join(dirname(require.resolve('sitemap/package.json')), 'schema/sitemap.xsd'), 'utf8');

async function isValid(xml: string): Promise<boolean> {
  const { valid } = await validateXML({
    xml: [{ fileName: 'sitemap-0.xml', contents: xml }],
    schema: [{ fileName: 'driver.xsd', contents: driver }],
    preload: [
      { fileName: 'sitemap.xsd', contents: official },
      { fileName: 'xhtml-link.xsd', contents: alternate },
    ],
  });
  return valid;
}

describe.each(Object.entries(editions))('%s: sitemap', (name, content) => {
  const dir = built(name);
  const xml = readFileSync(join(dir, 'sitemap-0.xml'), 'utf8');
  const { edition } = readContent(content);

  test('it is valid against the official schema and the extension for alternates', async () => {
    expect(await isValid(xml)).toBe(true);
  });

  test('it has the same dates as the pages, from git', () => {
    const history = readHistory(content);
    const listed = new Map(
      [...xml.matchAll(/<url><loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)].map(([, address = '', date]) => [
        address,
        date,
      ]),
    );
    expect(listed.size).toBeGreaterThan(least(5, name));
    for (const page of realPages(dir)) {
      const data = dataOf(page);
      if (!data || data['@type'] === 'WebSite') continue;
      const modified = data['dateModified'] as string | undefined;
      const date = listed.get(`${edition?.site.address}${page.address}`);
      expect(date && new Date(date).getTime(), page.file).toBe(modified && new Date(modified).getTime());
      expect(modified !== undefined, page.file).toBe(history.known);
    }
    if (!history.known) return;
    const meeting = edition?.entries.meeting[0];
    const about = realPages(dir).find(({ address }) => address === '/about/');
    const file = Object.values(meeting?.translations ?? {})[0]?.file ?? '';
    const git = execFileSync('git', ['-C', content, 'log', '-1', '--format=%ct', '--', file], { encoding: 'utf8' });
    expect(new Date(String(about && dataOf(about)?.['dateModified'])).getTime() / 1000).toBe(Number(git));
  });
});

test.runIf(isThisEdition).each([
  ['an invalid date', /<lastmod>.*?<\/lastmod>|(?=<xhtml)/, '<lastmod>yesterday</lastmod>'],
  ['an alternate without an address', / href="[^"]*"/, ''],
  ['an invented element', '<url>', '<url><colour>red</colour>'],
  ['a page without an address', /<loc>.*?<\/loc>/, ''],
])('planted faults are found: %s', async (_, from, to) => {
  const xml = readFileSync(join(built('main'), 'sitemap-0.xml'), 'utf8');
  expect(await isValid(xml.replace(from, to))).toBe(false);
});
