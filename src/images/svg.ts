/** Drawings in SVG: they are programs too, and carry what their editor knows of its user. */

/** Why a drawing can't be published, as a sentence; undefined where it can. Read as text, so that what is odd is refused. */
export function unsafeInSvg(svg: string): string | undefined {
  const save = 'save it as a plain SVG without it';
  if (/<\s*([\w-]+:)?script\b/i.test(svg)) return `this drawing carries a script; ${save}`;
  if (/\son\w+\s*=/i.test(svg)) return `this drawing carries a script that waits for the reader; ${save}`;
  if (/javascript:/i.test(svg)) return `this drawing has a link that is a script; ${save}`;
  if (/<\s*([\w-]+:)?foreignObject\b/i.test(svg)) return `this drawing carries a piece of a web page; ${save}`;
  if (/<!ENTITY/i.test(svg)) return `this drawing defines entities of its own; ${save}`;
  if (/data:image\/(?!svg)/i.test(svg) || /<\s*([\w-]+:)?image\b/i.test(svg))
    return 'this drawing has a photo in it, with all that its camera wrote; save the whole as .png';
  if (
    /(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\//i.test(svg) ||
    /(?:url\(|@import)\s*["']?\s*(?:https?:)?\/\//i.test(svg)
  )
    return `this drawing loads something from another site; ${save}`;
  return undefined;
}

/** The drawing alone: without metadata, comments, and its editor's own notes. */
export async function plainSvg(svg: string): Promise<string> {
  // Loaded where a drawing is made ready; the check doesn't wait for it.
  const { optimize } = await import('svgo');
  return optimize(svg, { multipass: true, plugins: ['preset-default', 'removeScripts', 'removeDimensions'] }).data;
}
