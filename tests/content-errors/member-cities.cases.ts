import { readFileSync } from 'node:fs';
import type { ContentError } from './copy-with-changes.ts';

const file = 'member-cities.csv';
const original = readFileSync(`tests/editions/trio/${file}`, 'utf8');
const cities = (replace: string, text: string): ContentError['change'] => ({ [file]: { replace, with: text } });

export const cases: ContentError[] = [
  {
    name: 'a column is missing',
    change: cities('name,country,field,since,lat,lon', 'name,country,field,since,lat'),
    expect: [[`${file}:1`, '"lon"', 'missing']],
  },
  {
    name: 'an unknown column',
    change: cities('lat,lon,name:ar', 'lat,lon,name:ar,mayor'),
    expect: [[`${file}:1`, '"mayor"']],
  },
  {
    name: 'a misspelt column',
    change: cities('name,country', 'name,contry'),
    expect: [
      [`${file}:1`, '"contry"', 'did you mean "country"?'],
      [`${file}:1`, '"country"', 'missing'],
    ],
  },
  {
    name: 'names in a language that the site does not have',
    change: cities('name:ar', 'name:de'),
    expect: [[`${file}:1`, '"name:de"', 'name:']],
  },
  {
    name: 'a repeated column',
    change: cities('lat,lon,name:ar', 'lat,lat,lon'),
    expect: [[`${file}:1`, '"lat"', 'repeated']],
  },
  {
    name: 'the first line is missing',
    change: cities('name,country,field,since,lat,lon,name:ar\n', ''),
    expect: [[`${file}:1`, 'name,country,field,since,lat,lon']],
  },
  {
    name: 'the table is empty',
    change: { [file]: '' },
    expect: [[`${file}:1`, 'name,country,field,since,lat,lon']],
  },
  {
    name: 'semicolons between the columns, as some spreadsheet programs write them',
    change: { [file]: original.replaceAll(',', ';') },
    expect: [[`${file}:1`, 'semicolon', 'comma']],
  },
  {
    name: 'a year that is not a number',
    change: cities('weaving,2017', 'weaving,about 2017'),
    expect: [[`${file}:2`, 'since', '"about 2017"', 'number']],
  },
  {
    name: 'a year before the network existed',
    change: cities('weaving,2017', 'weaving,1917'),
    expect: [[`${file}:2`, 'since', '"1917"', '2004']],
  },
  {
    name: 'a latitude out of range',
    change: cities('31.6204', '316.204'),
    expect: [[`${file}:3`, 'lat', '"316.204"', '90']],
  },
  {
    name: 'a longitude out of range',
    change: cities('-6.8843', '-688.43'),
    expect: [[`${file}:3`, 'lon', '"-688.43"', '180']],
  },
  {
    name: 'a latitude with a comma',
    change: cities('34.3376', '"34,3376"'),
    expect: [[`${file}:4`, 'lat', '"34,3376"', 'point']],
  },
  {
    name: 'a latitude is missing',
    change: cities('34.3376', ''),
    expect: [[`${file}:4`, 'lat', 'number']],
  },
  {
    name: 'an unknown creative field',
    change: cities('Porto Azul,PT,perfume', 'Porto Azul,PT,perfumery'),
    expect: [[`${file}:5`, 'field', '"perfumery"', 'perfume']],
  },
  {
    name: 'a country code that is not in ISO 3166-1',
    change: cities('Porto Azul,PT', 'Porto Azul,PX'),
    expect: [[`${file}:5`, 'country', '"PX"', 'ISO 3166-1']],
  },
  {
    name: 'the name of a country instead of its code',
    change: cities('Porto Azul,PT', 'Porto Azul,Portugal'),
    expect: [[`${file}:5`, 'country', '"Portugal"', 'two capital letters']],
  },
  {
    name: 'a repeated city',
    change: cities('Lago Branco,BR', 'Tizrouane,MA'),
    expect: [[`${file}:7`, 'name', '"Tizrouane"', 'line 2']],
  },
  {
    name: 'a city without a name',
    change: cities('Lago Branco,BR', ',BR'),
    expect: [[`${file}:7`, 'name', 'missing']],
  },
  {
    name: 'a name with a comma but without quotes',
    change: cities('"Sandhaven, Upper"', 'Sandhaven, Upper'),
    expect: [[`${file}:6`, '8 columns', 'quotes']],
  },
  {
    name: 'a row with too few columns, after an empty line',
    change: cities('Lago Branco,BR,comics,2027,-19.8846,-44.9321,لاغو برانكو', '\nLago Branco,BR,comics,2027,-19.8846'),
    expect: [[`${file}:8`, '5 columns', '7']],
  },
  {
    name: 'a quote is not closed',
    change: cities('"Sandhaven, Upper"', '"Sandhaven, Upper'),
    expect: [[`${file}:6`, 'quote', 'close']],
  },
  {
    name: 'a quote in the middle of a name',
    change: cities('Porto Azul,PT', 'Porto "Azul",PT'),
    expect: [[`${file}:5`, 'quote']],
  },
  {
    name: 'the table is not UTF-8',
    change: {
      [file]: Buffer.from('name,country,field,since,lat,lon\nS\u00e9tif,MA,comics,2020,33.9,-6.8\n', 'latin1'),
    },
    expect: [[`${file}:1`, 'UTF-8']],
  },
  {
    name: 'a merge conflict in the table',
    change: cities('Porto Azul,PT', '<<<<<<< HEAD\nPorto Azul,PT'),
    expect: [[`${file}:5`, '<<<<<<< HEAD', 'merge conflict']],
  },
  {
    name: 'a control character in the table',
    change: cities('Porto Azul,PT', 'Porto\u0007 Azul,PT'),
    expect: [[`${file}:5`, 'control character']],
  },
  {
    name: 'the table with an underscore in its name',
    change: { [file]: { moveTo: 'member_cities.csv' } },
    expect: [['member_cities.csv:1', 'belong here', 'did you mean "member-cities.csv"?']],
  },
];
