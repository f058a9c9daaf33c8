/** Checks and cleans SVG drawings, which can contain code and data about their authors. */
import { Parser } from 'htmlparser2';

/** Allowed elements: those that neither animate nor load anything. */
const elements = new Set(
  `svg g defs symbol use switch view title desc metadata style path rect circle ellipse line polyline polygon text tspan
  textPath linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
  feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);
/** Attributes that are newer than SVGO's list, or valid in any XML. */
const furtherAttributes =
  /^(xmlns(:.*)?|xml:\w+|href|role|aria-\w+|data-[\w-]+|transform-origin|mix-blend-mode|isolation)$/;
/** References to parts of the same drawing, and fonts in the file itself. */
const safeUrl = /^["']?\s*(#|data:(font|application\/(x-)?font))/i;

/**
 * One message that says why a drawing can't be published, with all offending parts and their lines; undefined if it
 * can. Elements and attributes are checked against an allowlist. Others are only ignored if they are editor metadata,
 * which SVGO removes.
 */
export async function unsafeInSvg(svg: string): Promise<string | undefined> {
  // Imported only when there is a drawing.
  const { attrsGroups, editorNamespaces, elems } = (await import('svgo'))._collections;
  const attributes = new Set(Object.values(elems).flatMap(({ attrs }) => [...(attrs ?? [])]));
  for (const [name, group] of Object.entries(attrsGroups))
    if (!/event/i.test(name)) for (const attribute of group) attributes.add(attribute);
  const own = new Set<string>();
  const found: string[] = [];
  const isOwn = (name: string) => name.includes(':') && own.has(name.split(':')[0] as string);
  let inStyle = false;
  const parser: Parser = new Parser(
    {
      onopentag(name, values) {
        for (const [key, value] of Object.entries(values))
          if (key.startsWith('xmlns:') && editorNamespaces.has(value)) own.add(key.slice(6));
        if (isOwn(name)) return;
        inStyle = name === 'style';
        if (!elements.has(name)) report(`<${name}>`);
        for (const [key, value] of Object.entries(values)) {
          if (isOwn(key)) continue;
          if (!attributes.has(key) && !furtherAttributes.test(key)) report(`the attribute "${key}"`);
          else if (/^(xlink:)?href$/.test(key) ? !value.startsWith('#') : isLoading(value))
            report(`the address in "${key}"`);
        }
      },
      ontext(text) {
        if (inStyle && isLoading(text)) report('an address in <style>');
        if (inStyle && /@keyframes/i.test(text)) report('@keyframes');
      },
      onclosetag: () => void (inStyle = false),
      onprocessinginstruction(name, text) {
        if (name === '?xml-stylesheet') report('<?xml-stylesheet?>');
        if (/<!ENTITY/i.test(text)) report('<!ENTITY>');
      },
    },
    { xmlMode: true },
  );
  const report = (part: string) => found.push(`${part} (line ${svg.slice(0, parser.startIndex).split('\n').length})`);
  parser.end(svg);
  return found.length === 0
    ? undefined
    : `this drawing contains ${[...new Set(found)].join(', ')}; save it as a plain SVG without these`;
}

/** Whether this CSS or attribute value loads anything. */
const isLoading = (css: string): boolean =>
  /@import/i.test(css) || [...css.matchAll(/url\(\s*([^)]*)/gi)].some(([, address = '']) => !safeUrl.test(address));

/** The drawing without metadata, comments and editor data. */
export async function plainSvg(svg: string): Promise<string> {
  const { optimize } = await import('svgo');
  return optimize(svg, { multipass: true, plugins: ['preset-default', 'removeScripts', 'removeDimensions'] }).data;
}
