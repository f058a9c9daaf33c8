/**
 * The map of the host cities and the transfers between them. Host cities are usually close together, so there are two
 * drawings: their country, and the cities on a graticule.
 */
import { geoPath } from 'd3-geo';
import type { PageContext } from '../i18n/page-context.ts';
import { countryName, numberIn } from '../i18n/names.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import type { Location } from '../model/schema/common-facts.ts';
import { fieldClass } from '../theme/fields.ts';
import { outlineOf } from './details.ts';
import { mainland } from './earth.ts';
import { distance, frameOf, type Frame, type Point } from './frame.ts';
import { groundOf, type Ground } from './base-map.ts';
import { touch, type Box } from './boxes.ts';
import { widthOf, type Name, type Room } from './label-candidates.ts';
import { placeNames } from './labels.ts';
import { netOf, type Net } from './graticule.ts';
import { inWidths, leaderOf, fixedSize, textOf, pathThrough, ways, type Panel } from './svg.ts';
import { escapeHtml } from '../escape-html.ts';

interface Plan {
  /** The country around the hosts. */
  frame: Frame;
  ground: Ground;
  /** Where to put the country's name. */
  heart: Point | undefined;
  /** The second drawing, if the hosts are too close together for the first. */
  near: { frame: Frame; ground: Ground; net: Net } | undefined;
}

/** A country is shown up to this distance from the hosts, in kilometres. */
const furthest = 900;
/** Minimum enlargement that makes a second drawing worthwhile. */
const nearer = 1.8;
const locationsOf = (hosts: readonly Entry<'host-cities'>[]) => hosts.map(({ facts }) => facts.location);

/** The parts of the map that are the same in all languages. */
export const hostsPlan = (edition: Edition): Plan =>
  memo(edition, 'map of the hosts', () => planOf(locationsOf(edition.entries['host-cities'])));

export function planOf(hosts: readonly Location[]): Plan {
  const country = hosts[0] && mainland(hosts[0]);
  const shore = (country?.coordinates[0] ?? [])
    .map(([lon = 0, lat = 0]): Location => ({ lat, lon }))
    .filter((place) => hosts.some((host) => distance(host, place) < furthest));
  const close = frameOf(hosts, { width: 720, height: 400, margin: [0.18, 0.24], reach: 10 });
  const around = (width: number) =>
    frameOf([...hosts, ...shore], { width, height: 400, margin: [0.07, 0.07], reach: 250 });
  const beside = around(400);
  const near = hosts.length > 1 && close.scale * nearer < beside.scale;
  const frame = near ? beside : around(720);
  const net = netOf(close);
  return {
    frame,
    ground: groundOf(frame, { borders: true, country }),
    heart: country && geoPath(frame.projection).centroid(country),
    near: near ? { frame: close, ground: groundOf(close, { borders: true, net }), net } : undefined,
  };
}

type Widths = readonly [narrowest: number, widest: number];
/** Minimum and maximum widths of the two drawings, in ems of 0.8125 rem. */
const widths: Record<'country' | 'alone' | 'near', Widths> = { country: [21, 34], alone: [21, 60], near: [21, 90] };
/** Font size of the hosts' names in the second drawing (map.css). */
const nearSize = 1.385;
const mark = 0.45;

/** The drawings: the country, then the cities and their transfers. */
export function hostsMap(page: PageContext): Panel[] {
  const { edition } = page;
  const hosts = edition.entries['host-cities'];
  const plan = hostsPlan(edition);
  const { frame, ground, near } = plan;
  const country = countryOn(page, plan, near ? widths.country : widths.alone);
  if (!near)
    return [
      { ground, marks: (country?.text ?? '') + waysOn(page, frame, widths.alone, 1, country ? [country.box] : []) },
    ];
  const places = hosts.map(({ facts }) => frame.at(facts.location));
  const box = places.length > 0 ? outlineOf(near.frame, frame) : '';
  const dots = hosts.map((host, index) =>
    fixedSize(
      frame,
      places[index] as Point,
      `stop held ${fieldClass(edition.entries.fields, host.facts.field)}`,
      '<circle r=".22em"/>',
    ),
  );
  const scale = scaleOf(page, near.frame);
  return [
    { ground, marks: ways(frame, box) + (country?.text ?? '') + dots.join('') },
    {
      ground: near.ground,
      marks:
        degrees(page, near.frame, near.net) + waysOn(page, near.frame, widths.near, nearSize, scale.boxes) + scale.text,
    },
  ];
}

/** The name of the hosts' country, in the middle of the country, if there is room. */
function countryOn(page: PageContext, { frame, heart }: Plan, room: Widths): { text: string; box: Box } | undefined {
  const hosts = page.edition.entries['host-cities'];
  const [first] = hosts;
  if (!heart || !first || hosts.some(({ facts }) => facts.country !== first.facts.country)) return undefined;
  const name = countryName(page.lang, first.facts.country);
  // Letter-spaced capitals are a quarter wider.
  const box: Box = { at: inWidths(frame, heart), shift: [0, 0], half: [widthOf(name.toUpperCase()) * 0.62, 0.7] };
  const [x, y] = heart;
  const outside = x < frame.width * 0.2 || x > frame.width * 0.8 || y < 20 || y > frame.height - 20;
  const covered = hosts.some(({ facts }) =>
    touch(box, { at: inWidths(frame, frame.at(facts.location)), shift: [0, 0], half: [1, 1] }, room),
  );
  if (outside || covered) return undefined;
  return { text: fixedSize(frame, heart, 'country', `<text>${escapeHtml(name)}</text>`), box };
}

/** The hosts with their names, and the transfers between them with their labels. */
function waysOn(page: PageContext, frame: Frame, room: Widths, size: number, others: readonly Box[]): string {
  const hosts = page.edition.entries['host-cities'];
  const spots = new Map(hosts.map((host) => [host.slug, frame.at(host.facts.location)]));
  const spot = ({ slug }: Entry) => spots.get(slug) as Point;
  const lines = pairsOf(page).flatMap(({ from, to, text }) => {
    const [one, other] = [spots.get(from), spots.get(to)];
    return one && other ? [{ one, other, text, middle: between(one, other, 0.5) }] : [];
  });
  const names = hosts.map((host): Name => ({
    at: inWidths(frame, spot(host)),
    texts: [{ text: page.ref(host).title }],
    size,
  }));
  const distances = lines.map(({ middle, text }): Name => ({
    at: inWidths(frame, middle),
    texts: [{ text }],
    bare: true,
  }));
  const surroundings: Room = {
    widths: room,
    ratio: frame.height / frame.width,
    marks: [...names.map(({ at }): Box => ({ at, shift: [0, 0], half: [mark, mark] })), ...others],
    lines: lines.flatMap(({ one, other }) =>
      Array.from({ length: 41 }, (_, step) => inWidths(frame, between(one, other, step / 40))),
    ),
  };
  const placed = placeNames([...names, ...distances], surroundings);
  return (
    ways(frame, lines.map(({ one, other }) => `<path class="way" d="${pathThrough([one, other])}"/>`).join('')) +
    lines
      .map(({ middle }, index) => {
        const label = placed[names.length + index];
        return label ? fixedSize(frame, middle, 'distance', leaderOf(label) + textOf(label)) : '';
      })
      .join('') +
    hosts
      .map((host, index) => {
        // A host is always labelled, even if its name covers something.
        const name = placed[index] ?? placeNames([names[index] as Name], { ...surroundings, marks: [] })[0];
        const { lang } = page.ref(host);
        const text = name ? leaderOf(name) + textOf(name, lang ? ` lang="${lang}"` : '') : '';
        return fixedSize(
          frame,
          spot(host),
          `stop held ${fieldClass(page.edition.entries.fields, host.facts.field)}`,
          `<circle r=".4em"/>${text}`,
        );
      })
      .join('')
  );
}

const between = (one: Point, other: Point, part: number): Point => [
  one[0] + (other[0] - one[0]) * part,
  one[1] + (other[1] - one[1]) * part,
];

/** Transfers between the same two cities share one line and one label: "78 km", "coach, 65 minutes". */
function pairsOf(page: PageContext): { from: string; to: string; text: string }[] {
  const pairs = new Map<string, { from: string; to: string; rows: Set<string> }>();
  for (const { from, to, km, minutes, by } of page.edition.entries.meeting[0]?.facts.transfers ?? []) {
    const key = [from, to].sort().join(' ');
    const pair = pairs.get(key) ?? { from, to, rows: new Set() };
    pairs.set(key, pair);
    pair.rows.add(page.t('transfers.km', { km }));
    pair.rows.add(page.t('map.way', { by: page.t(`transfers.${by}`), time: page.t('transfers.minutes', { minutes }) }));
  }
  return [...pairs.values()].map(({ from, to, rows }) => ({ from, to, text: [...rows].join('\n') }));
}

/** Degrees at the ends of the graticule: meridians below, parallels on the left. */
function degrees(page: PageContext, frame: Frame, net: Net): string {
  const write = (value: number) => {
    const minutes = Math.round(Math.abs(value) * 60);
    const whole = `${numberIn(page.lang, Math.floor(minutes / 60))}°`;
    return minutes % 60 === 0 ? whole : `${whole}${numberIn(page.lang, minutes % 60)}′`;
  };
  return `<g class="degrees" aria-hidden="true">${net.ends
    .map(({ value, at, side }) =>
      fixedSize(
        frame,
        at,
        side,
        `<text${side === 'below' ? ' y="-.5em" x=".3em"' : ' x=".4em" y="-.3em"'}>${write(value)}</text>`,
      ),
    )
    .join('')}</g>`;
}

/** The scale bar, which shows a round number of kilometres, and the boxes that it takes up. */
function scaleOf(page: PageContext, frame: Frame): { text: string; boxes: Box[] } {
  const maxLength = (frame.width * frame.scale) / 4;
  const power = 10 ** Math.floor(Math.log10(maxLength));
  const km = [5, 2, 1].map((factor) => factor * power).find((value) => value <= maxLength) ?? power;
  const part = km / frame.scale / frame.width;
  const label = page.t('transfers.km', { km });
  const corner: Point = [0.96, frame.height / frame.width];
  const half = widthOf(label) / 2;
  return {
    text: `<svg class="scale" y="100%" aria-hidden="true"><line x1="${(96 - 100 * part).toFixed(2)}%" x2="96%" y1="-1em" y2="-1em"/><text x="96%" y="-1.5em" text-anchor="end">${escapeHtml(label)}</text></svg>`,
    boxes: [
      { at: corner, shift: [-half, -1.9], half: [half, 0.6] },
      ...[0, 0.25, 0.5, 0.75, 1].map((along): Box => ({
        at: [corner[0] - along * part, corner[1]],
        shift: [0, -1],
        half: [0.5, 0.2],
      })),
    ],
  };
}
