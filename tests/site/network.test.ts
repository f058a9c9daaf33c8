import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { built } from '../helpers/build.ts';
import { isThisEdition } from '../helpers/this-edition.ts';
import { realPages } from '../helpers/pages.ts';

/** The table in the content, split at commas: none of its fields contains one. */
const [head = [], ...rows] = (isThisEdition ? readFileSync('content/member-cities.csv', 'utf8') : '')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const column = (name: string) => rows.map((row) => row[head.indexOf(name)] as string);
const counted = (values: string[]) =>
  new Map([...Map.groupBy(values, (value) => value)].map(([key, all]) => [key, all.length]));

describe.runIf(isThisEdition).each(['', 'pl/', 'fr/'])('/%snetwork/', (lang) => {
  const page = (address: string) => realPages(built('main')).find((other) => other.address === address)?.document;
  const network = page(`/${lang}network/`);
  const texts = (selector: string) =>
    [...(network?.querySelectorAll(selector) ?? [])].map((node) => node.textContent.trim());

  test('says how many cities and countries there are', () => {
    expect(rows.length).toBe(180);
    const lead = network?.querySelector('.lead')?.textContent;
    expect(lead).toContain(String(rows.length));
    expect(lead).toContain(String(counted(column('country')).size));
  });

  test('counts the cities by field, country and year', () => {
    const numbers = (found: string[]) => found.map(Number).sort((a, b) => b - a);
    const sorted = (values: string[]) => [...counted(values).values()].sort((a, b) => b - a);
    expect(numbers(texts('.counts .count'))).toEqual(sorted(column('field')));
    expect(numbers(texts('[aria-labelledby=by-country] .meta'))).toEqual(sorted(column('country')));

    const years = texts('.growth tbody th').map(Number);
    expect(years[0]).toBe(Math.min(...column('since').map(Number)));
    expect(years.at(-1)).toBe(2018);
    const joined = counted(column('since'));
    let members = 0;
    texts('.growth tbody tr').forEach((row, index) => {
      const year = String(years[index]);
      members += joined.get(year) ?? 0;
      expect(row).toBe(`${year}${joined.get(year) ?? 0}${members}`);
    });
    expect(members).toBe(rows.length);
  });

  test('each field lists its cities, and each host the other cities of its country', () => {
    for (const [field, count] of counted(column('field')))
      expect(page(`/${lang}fields/${field}/`)?.querySelectorAll('[aria-labelledby=cities] li').length, field).toBe(
        count,
      );
    const polish = counted(column('country')).get('PL') ?? 0;
    for (const host of ['krakow', 'katowice'])
      expect(page(`/${lang}host-cities/${host}/`)?.querySelectorAll('[aria-labelledby=cities] li').length).toBe(
        polish - 1,
      );
  });

  test('credits the coordinates with a link', () => {
    expect(texts('main').join()).toMatch(/GeoNames, CC BY 4\.0/);
    expect(network?.querySelector('.sources a[href="https://www.geonames.org/"]')).not.toBeNull();
  });
});

describe.runIf(isThisEdition).each(['', 'pl/', 'fr/'])('/%spast-hosts/', (lang) => {
  const document = realPages(built('main')).find(({ address }) => address === `/${lang}past-hosts/`)?.document;
  const entries = [...(document?.querySelectorAll('.timeline > li') ?? [])];
  const named = (name: RegExp) => entries.filter((entry) => name.test(entry.querySelector('h2')?.textContent ?? ''));

  test('held, inferred, unconfirmed and missing meetings are distinguished', () => {
    expect(named(/Enghien-les-Bains/)).toHaveLength(2);
    expect(named(/2018/)).toHaveLength(1);
    expect(named(/2018/)[0]?.textContent).toMatch(/(Kraków|Cracovie).*Katowice/s);
    expect(entries.filter(({ className }) => /\bunconfirmed\b/.test(className))).toEqual(named(/2023|2026/));
    for (const entry of named(/2023|2026/)) expect(entry.querySelector('.status')?.textContent.trim()).not.toBe('');
    for (const entry of named(/2008|2009|2010|2011|2012|2013|2026/))
      expect(entry.querySelector('.deduced')?.textContent).toMatch(/^\s*[IVX]+\s\(.+\)\s*$/);
    const gaps = entries.filter(({ className }) => /\bgap\b/.test(className));
    expect(gaps.map((gap) => gap.querySelector('.number')?.textContent.trim())).toEqual(['2020–2021']);
    expect(entries.indexOf(gaps[0] as Element)).toBe(entries.indexOf(named(/2019/)[0] as Element) + 1);
  });
});
