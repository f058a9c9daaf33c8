/** Addresses, languages and licences. */
import type { ContentError } from './copy-with-changes.ts';

const lantern = 'events/lantern.en.md';
const website = (value: string, ...words: string[]): ContentError => ({
  name: `the website ${value}`,
  change: { [lantern]: { replace: '"https://lantern.example/night"', with: `"${value}"` } },
  expect: [[`${lantern}:15`, 'website', value, ...words]],
});
const site = (name: string, replace: string, text: string, ...words: string[]): ContentError => ({
  name,
  change: { 'site.yaml': { replace, with: text } },
  expect: [[`site.yaml at ${text.split('\n')[0]?.trim()}`, ...words]],
});
const language = (code: string, ...words: string[]): ContentError => ({
  name: `the language ${code}`,
  change: { 'site.yaml': { replace: 'code: "pt-BR"', with: `code: "${code}"` } },
  expect: [['site.yaml:9', 'code', `"${code}"`, ...words]],
});

export const cases: ContentError[] = [
  website('http://localhost:4321/events/', 'your own computer'),
  website('http://192.168.0.12/', 'your own computer'),
  website('http://[::1]/', 'your own computer'),
  website('https:lantern.example', 'two slashes'),
  website('https://lantern', 'domain'),
  website('ftp://lantern.example/', 'https://'),
  website('https://me:secret@lantern.example/', 'password'),
  website('https://trio.example/events/lantern/', 'this site'),
  website('HTTP://WWW.Trio.example./', 'this site'),
  {
    name: 'a source on this site',
    change: { 'sources.yaml': { replace: 'https://example.org/call', with: 'https://trio.example/call' } },
    expect: [['sources.yaml:4', 'call.url', '"https://trio.example/call"', 'this site']],
  },

  site('an address with Unicode letters', 'https://trio.example"', 'https://kraków.example"', 'xn--krakw-3ta.example'),
  site('an address in capitals', 'https://trio.example"', 'HTTPS://Trio.example"', 'address', 'https://trio.example'),
  site('the address of a local server', 'https://trio.example"', 'http://localhost:4321"', 'your own'),
  site('a sentence as the contact', 'hello@trio.example', 'Call us on +48 12 345', 'contact', 'tel:'),
  site('a script as the contact', 'hello@trio.example', 'javascript:alert(12)', 'contact', 'mail@example.org'),
  site('a phone number without its scheme', 'hello@trio.example', '+48 12 345 67 89', 'contact', 'tel:+48'),
  site('two e-mail addresses as the contact', 'hello@trio.example', 'a@b.example, c@d.example', 'contact'),
  site('an unknown licence', 'CC-BY-4.0', 'Foo-1.0', 'licence', '"Foo-1.0"', 'SPDX'),
  site('a misspelt licence', 'CC-BY-4.0', 'CC-BY-4', 'licence', 'did you mean "CC-BY-4.0"?'),
  site('a repository on a local server', 'https://code.example/trio', 'http://localhost/trio', 'repository'),

  language('pt-br', 'did you mean "pt-BR"?'),
  language('PT-BR', 'did you mean "pt-BR"?'),
  language('zh_Hant', 'did you mean "zh-Hant"?'),
  language('EN-GB', 'did you mean "en-GB"?'),
  language('en-UK', 'did you mean "en-GB"?'),
  language('iw', 'did you mean "he"?'),
  language('pol', 'did you mean "pl"?'),
  language('cz', 'did you mean "cs"?'),
  language('jp', 'did you mean "ja"?'),
  language('kr', 'did you mean "ko"?'),
  language('gr', 'did you mean "el"?'),
  language('ua', 'did you mean "uk"?'),
  language('xx', 'no language'),
  language('pt-XX', 'no country or region'),
];
