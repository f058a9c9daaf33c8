import { describe, expect, test } from 'vitest';
import { instantOf, localTimeProblem, withoutNeedlessOffset } from '../../src/model/local-time.ts';
import { languageProblem } from '../../src/model/schema/languages.ts';
import { displayWidth } from '../../src/model/schema/characters.ts';
import { siteSchema } from '../../src/model/schema/site.ts';
import { addressProblem, pathWithin, schemes } from '../../src/model/schema/web-address.ts';

describe('valid values are accepted', () => {
  test.each(['en', 'pt-BR', 'zh-Hant', 'zh-Hant-TW', 'es-419', 'ca-valencia', 'de-1996', 'csb', 'wym', 'br', 'se'])(
    'the language %s',
    (code) => {
      expect(languageProblem(code)).toBeUndefined();
    },
  );

  test.each([
    'https://kraków.example/festiwal?a=1#b',
    'http://example.org:8080/',
    'https://user.github.io/repo/',
    'mailto:mail@example.org?subject=Hello',
    'tel:+48-12-345(67)89',
    'geo:50.0617,19.9374',
    'webcal://example.org/calendar.ics',
  ])('the address %s', (address) => {
    expect(addressProblem(address, schemes.link)).toBeUndefined();
  });

  test.each(['mail@example.org', 'mailto:mail@example.org', 'tel:+48123456789', 'https://example.org/contact'])(
    'the contact %s',
    (contact) => {
      expect(siteSchema.shape.contact.safeParse(contact).success).toBe(true);
    },
  );

  test.each(['CC-BY-SA-4.0', 'CC0-1.0', 'GPL-2.0', 'https://example.org/licence'])('the licence %s', (licence) => {
    expect(siteSchema.shape.licence.safeParse(licence).success).toBe(true);
  });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'tel:+48 12 345',
  'mailto:nobody',
  'geo:x',
])('the link %s is rejected', (address) => {
  expect(addressProblem(address, schemes.link)).toBeDefined();
});

test.each([
  ['https://trio.example/events/?q=1#a', '/events/?q=1#a'],
  ['HTTP://WWW.TRIO.EXAMPLE.', '/'],
  ['https://trio.example:443/a', '/a'],
  ['https://trio.example.org/', undefined],
  ['https://data.trio.example/', undefined],
  ['mailto:hello@trio.example', undefined],
])('the path of %s within https://trio.example is %s', (address, path) => {
  expect(pathWithin('https://trio.example', address)).toBe(path);
});
test('a site with a base path contains only the addresses below it', () => {
  expect(pathWithin('https://user.github.io/repo', 'https://user.github.io/repo/events/')).toBe('/events/');
  expect(pathWithin('https://user.github.io/repo', 'https://user.github.io/repository/')).toBeUndefined();
});

describe('a time that occurs twice, in Warsaw on 31 October 2027', () => {
  const zone = 'Europe/Warsaw';
  test.each([
    ['2027-10-31T02:30+02:00', '2027-10-31T02:30', '2027-10-31T00:30:00Z'],
    ['2027-10-31T02:30+01:00', '2027-10-31T02:30+01:00', '2027-10-31T01:30:00Z'],
    ['2027-06-12T09:00+02:00', '2027-06-12T09:00', '2027-06-12T07:00:00Z'],
  ])('%s is %s', (written, moment, instant) => {
    expect(localTimeProblem(written, zone)).toBeUndefined();
    expect(withoutNeedlessOffset(written, zone)).toBe(moment);
    expect(instantOf(moment, zone).toInstant().toString()).toBe(instant);
  });
});

test.each([
  ['Kraków', 6],
  ['東京会議', 8],
  ['서울 2011', 9],
  ['「Ａ」', 6],
])('%s counts as %i characters', (value, width) => {
  expect(displayWidth(value)).toBe(width);
});
