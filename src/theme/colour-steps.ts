/** The steps of a field's colour in posters, for formats without OKLCH: those of the light theme in poster.css. */
import type { Entry } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { usualChroma } from './fields.ts';
import { oklchToHex } from './oklch.ts';

/** Lightness, and the factor for the field's chroma, of each step. */
export const colourSteps = { 1: [0.91, 0.42], 2: [0.76, 0.85], 3: [0.5, 1.2] } as const;

/** CSS rules for the posters' colours; `f1`, `f2` and so on are the fields; a poster without a field is grey. */
export function colourStepStyles(fields: readonly Entry<'fields'>[], ink: string): string {
  const rules = (scope: string, chroma: number, hue: number) =>
    Object.entries(colourSteps)
      .map(([step, [lightness, part]]) => {
        const colour = oklchToHex(lightness, chroma * part, hue);
        return `${scope}.t${step},${scope}.l${step},${scope}.g${step}{color:${colour}}`;
      })
      .join('');
  const own = inOrder(fields).map(({ facts }, index) =>
    rules(`.f${index + 1} `, facts.chroma ?? usualChroma, facts.hue),
  );
  return `${rules('', 0, 0)}.t4,.l4{color:${ink}}${own.join('')}`;
}
