import { parse } from 'csv-parse/sync';
import type { City } from '../edition.ts';
import type { Report } from '../problem.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { isCountry } from '../schema/countries.ts';

const columns = ['name', 'country', 'field', 'since', 'lat', 'lon'];

/**
 * Reads the table of member cities (RFC 4180, UTF-8, header row).
 *
 * @param fields    slugs of the edition's creative fields
 * @param languages language codes that may follow `name:` in a column name
 */
export function readMemberCities(
  source: string,
  fields: readonly string[],
  languages: readonly string[],
  report: Report,
): City[] {
  const top = source.split('\n')[0] ?? '';
  if (/^"?sep=.?"?,*$/i.test(top)) {
    report(1, '', `"${top}" is an instruction for Excel; delete this line`);
    return [];
  }
  for (const [separator, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'vertical lines'],
  ] as const)
    if (!top.includes(',') && top.includes(separator)) {
      report(1, '', `columns are separated by ${name}; save the table as "CSV UTF-8 (comma-delimited)"`);
      return [];
    }
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(source, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Excel adds lines with only commas at the end of tables.
      skip_records_with_empty_values: true,
    }) as unknown as typeof rows;
  } catch (error) {
    const odd = source.split('\n').findIndex((text) => text.split('"').length % 2 === 0);
    const line = odd >= 0 ? odd + 1 : ((error as { lines?: number }).lines ?? 1);
    report(line, '', 'this line can’t be read as a table; close each quote, and double a quote inside a quoted text');
    return [];
  }
  const [header, ...body] = rows;
  const names = header?.record.map((name) => name.trim()) ?? [];
  // Excel leaves columns without names or values at the end if their cells were emptied.
  while (names.at(-1) === '' && body.every(({ record }) => (record[names.length - 1] ?? '').trim() === '')) {
    const last = names.length - 1;
    names.pop();
    for (const { record } of body) record.splice(last);
  }
  const possible = [...columns, ...languages.map((code) => `name:${code}`)];
  if (!columns.some((column) => names.includes(column))) {
    report(1, '', `the column names are missing; the first line must be ${columns.join(',')}`);
    return [];
  }
  let valid = true;
  for (const column of columns) {
    if (names.includes(column)) continue;
    valid = false;
    report(1, column, `the column "${column}" is missing; the first line must be ${columns.join(',')}`);
  }
  names.forEach((name, index) => {
    if (possible.includes(name) && names.indexOf(name) === index) return;
    valid = false;
    report(
      1,
      name,
      name === ''
        ? `column ${index + 1} has no name; add one or delete the column`
        : names.indexOf(name) !== index
          ? `the column "${name}" is repeated; delete one`
          : `there is no column "${name}"${didYouMean(name, possible)}`,
    );
  });
  if (!valid) return [];

  const cities: City[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of body) {
    const line = info.lines;
    if (record.length !== names.length) {
      report(
        line,
        '',
        `this line has ${record.length} columns, but the first line has ${names.length}; put texts with commas in quotes`,
      );
      continue;
    }
    const row = Object.fromEntries(names.map((name, index) => [name, (record[index] ?? '').trim()]));
    const problems: [field: string, message: string][] = [];
    const demand = (field: string, holds: boolean, message: string) => {
      if (!holds) problems.push([field, message]);
    };
    const number = (field: string, min: number, max: number, pattern: RegExp) => {
      const value = row[field] ?? '';
      demand(
        field,
        pattern.test(value) && +value >= min && +value <= max,
        `"${value}" must be a number from ${min} to ${max}${value.includes(',') ? ', with a decimal point' : ''}`,
      );
      return +value;
    };
    demand('name', row['name'] !== '', 'the name is missing; write it');
    for (const column of names.filter((name) => name.startsWith('name'))) {
      const name = row[column] ?? '';
      demand(
        column,
        !/^[=+\-@]/.test(name),
        `"${name}" would be a formula in spreadsheet programs; write the name of a city`,
      );
      demand(column, !name.includes('\n'), `"${name}" has a line break; write it on one line`);
    }
    demand(
      'country',
      isCountry(row['country'] ?? ''),
      `"${row['country']}" must be an ISO 3166-1 country code of two capital letters, like PL`,
    );
    demand(
      'field',
      fields.includes(row['field'] ?? ''),
      `there is no field "${row['field']}"${didYouMean(row['field'] ?? '', fields)}`,
    );
    const since = number('since', 2004, 2200, /^\d{4}$/);
    const lat = number('lat', -90, 90, /^-?\d+(\.\d+)?$/);
    const lon = number('lon', -180, 180, /^-?\d+(\.\d+)?$/);
    const key = `${row['name']}|${row['country']}`;
    demand('name', !seen.has(key), `"${row['name']}" is already on line ${seen.get(key)}; delete one`);
    seen.set(key, line);
    for (const [field, message] of problems) report(line, field, message);
    if (problems.length > 0) continue;
    cities.push({
      name: row['name'] as string,
      names: Object.fromEntries(
        languages.flatMap((code) => (row[`name:${code}`] ? [[code, row[`name:${code}`] as string]] : [])),
      ),
      country: row['country'] as string,
      field: row['field'] as string,
      since,
      lat,
      lon,
      line,
    });
  }
  return cities;
}
