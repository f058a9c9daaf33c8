import type { Edition } from '../../model/edition.ts';
import { colourStepStyles } from '../../theme/colour-steps.ts';

/** A poster as a standalone SVG document, in the colours of the light theme. */
export function posterDocument(edition: Edition, poster: string, ink: string): string {
  const styles = `<style>${colourStepStyles(edition.entries.fields, ink)}</style>`;
  return poster
    .replace('<svg class="poster" height="24"', '<svg xmlns="http://www.w3.org/2000/svg" class="poster"')
    .replace('>', `>${styles}`);
}
