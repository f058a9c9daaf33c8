/** SVG files can contain scripts, and their editor's data about its user. */

/** Why an SVG can't be published, or undefined. It is searched as text, so that malformed XML can't hide anything. */
export function unsafeInSvg(svg: string): string | undefined {
  const save = 'save it as a plain SVG without it';
  if (/<\s*([\w-]+:)?script\b/i.test(svg)) return `this SVG contains a script; ${save}`;
  if (/\son\w+\s*=/i.test(svg)) return `this SVG contains an event handler, like onload; ${save}`;
  if (/javascript:/i.test(svg)) return `this SVG contains a javascript: link; ${save}`;
  if (/<\s*([\w-]+:)?foreignObject\b/i.test(svg)) return `this SVG contains HTML (foreignObject); ${save}`;
  if (/<!ENTITY/i.test(svg)) return `this SVG defines entities; ${save}`;
  if (/data:image\/(?!svg)/i.test(svg) || /<\s*([\w-]+:)?image\b/i.test(svg))
    return 'this SVG embeds or links a photo, whose metadata would be published; save it as .png';
  if (
    /(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\//i.test(svg) ||
    /(?:url\(|@import)\s*["']?\s*(?:https?:)?\/\//i.test(svg)
  )
    return `this SVG loads something from another site; ${save}`;
  return undefined;
}

/** The SVG without metadata, comments and editor data. */
export async function plainSvg(svg: string): Promise<string> {
  // Imported only for builds; the check doesn't need it.
  const { optimize } = await import('svgo');
  return optimize(svg, { multipass: true, plugins: ['preset-default', 'removeScripts', 'removeDimensions'] }).data;
}
