import { expect, test } from 'vitest';
import { languageLabels } from '../../src/views/language-labels.ts';

test.each([
  ['en pl fr', 'EN PL FR'],
  ['en pt-BR', 'EN PT'],
  ['pt-BR pt-PT zh-Hans zh-Hant en', 'PT-BR PT-PT ZH-Hans ZH-Hant EN'],
  ['es es-419 ca-valencia', 'ES ES-419 CA'],
])('the language switch shows %s as %s', (codes, labels) =>
  expect([...languageLabels(codes.split(' ')).values()].join(' ')).toBe(labels),
);
