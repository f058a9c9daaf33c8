/**
 * An OKLCH colour as sRGB, `#rrggbb`, for file formats without OKLCH (CSS Color 4, sections 10.12 and 17.2: Björn
 * Ottosson's matrices). A colour outside sRGB loses chroma until it fits.
 *
 * @param lightness 0 to 1
 * @param chroma    0 to 0.4
 * @param hue       degrees
 */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
  for (let fitting = chroma; ; fitting = Math.max(0, fitting - 0.002)) {
    const parts = linear(lightness, fitting, (hue * Math.PI) / 180);
    if (fitting === 0 || parts.every((part) => part >= -0.0005 && part <= 1.0005))
      return `#${parts.map((part) => hex(gamma(Math.min(1, Math.max(0, part))))).join('')}`;
  }
}

function linear(lightness: number, chroma: number, angle: number): [number, number, number] {
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** sRGB's transfer function (IEC 61966-2-1). */
const gamma = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);

const hex = (part: number): string =>
  Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');
