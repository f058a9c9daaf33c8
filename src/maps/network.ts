/** The map of the network: cities by creative field, with details of the most crowded parts. */
import type { PageContext } from '../i18n/page-context.ts';
import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import type { City } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { detailsOf, outlineOf, within } from './details.ts';
import { distance, frameOf, type Frame } from './frame.ts';
import { groundOf, type Ground } from './base-map.ts';
import type { Box } from './boxes.ts';
import type { Name } from './label-candidates.ts';
import { layouts, placeNames } from './labels.ts';
import { inWidths, leaderOf, place, fixedSize, textOf, ways, type Panel } from './svg.ts';
import { signId, signs } from './symbols.ts';

interface Plan {
  frame: Frame;
  ground: Ground;
  details: { frame: Frame; ground: Ground }[];
}

type Layout = keyof typeof layouts;

/** The parts of the map that are the same in all languages. */
export const networkPlan = (edition: Edition): Plan =>
  memo(edition, 'networkPlan', () => {
    const frame = frameOf(edition.cities, { width: 1152, height: 560, reach: 300 });
    const details = detailsOf(frame, edition.cities, {
      near: 8,
      maxDetails: 2,
      detail: { width: 564, height: 480, margin: [0.06, 0.06] },
    });
    return {
      frame,
      ground: groundOf(frame),
      details: details.map((detail) => ({ frame: detail, ground: groundOf(detail) })),
    };
  });

/** Half the size of a symbol, in ems of the labels. */
const sign = 0.34;

/** The drawings: the world map, then its details. */
export function networkMap(page: PageContext): Panel[] {
  const { frame, ground, details } = networkPlan(page.edition);
  const frames = details.map((detail) => detail.frame);
  const outlines = frames.map((detail) => outlineOf(detail, frame)).join('');
  const shown = signs(page.edition.entries.fields.map(({ facts }) => facts.motif));
  return [
    {
      ground,
      marks:
        shown +
        ways(frame, outlines) +
        citiesOn(page, frame, ['broad'], (city) => !frames.some((one) => within(one, city))),
    },
    ...details.map((detail) => ({
      ground: detail.ground,
      marks: citiesOn(page, detail.frame, ['slim', 'broad'], () => true),
    })),
  ];
}

/** The symbols of all cities on a drawing, grouped by field, and the labels that belong on it. */
function citiesOn(page: PageContext, frame: Frame, shown: readonly Layout[], named: (city: City) => boolean): string {
  const { entries, cities } = page.edition;
  const ratio = frame.height / frame.width;
  const seen = cities.filter((city) => within(frame, city));
  const boxOf = (city: City): Box => ({ at: inWidths(frame, frame.at(city)), shift: [0, 0], half: [sign, sign] });
  const hosts = entries['host-cities'].filter(
    ({ facts }) => within(frame, facts.location) && named({ ...facts.location } as City),
  );
  const hostNames = placeNames(
    hosts.map((host): Name => ({
      at: inWidths(frame, frame.at(host.facts.location)),
      texts: [{ text: page.ref(host).title }],
    })),
    {
      widths: [layouts.slim[0], layouts.broad[1]],
      ratio,
      marks: [],
      lines: seen.map((city) => inWidths(frame, frame.at(city))),
    },
  );
  const groups = inOrder(entries.fields).map((field, index) => {
    const own = seen.filter((city) => city.field === field.slug);
    const uses = own.map((city) => `<use href="#${signId(field.facts.motif)}" ${place(frame, frame.at(city))}/>`);
    const labelled = own.filter(
      (city) => named(city) && !hosts.some(({ facts }) => distance(facts.location, city) < hostReach),
    );
    const marks = [...own.map(boxOf), ...hostNames.flatMap((one) => one?.box ?? [])];
    const names = labelled.map((city): Name => ({
      at: boxOf(city).at,
      texts: [{ text: city.names[page.lang] ?? city.name }],
    }));
    const written = shown.map((layout) => {
      const placed = placeNames(names, { widths: layouts[layout], ratio, marks, lines: [] });
      const texts = labelled.map((city, at) => {
        const name = placed[at];
        return name ? fixedSize(frame, frame.at(city), 'name', leaderOf(name) + textOf(name)) : '';
      });
      return `<g class="names ${layout}">${texts.join('')}</g>`;
    });
    return `<g class="f${index + 1}">${uses.join('')}${written.join('')}</g>`;
  });
  const own = hosts.map((host, index) => {
    const name = hostNames[index];
    const ring = '<circle r=".68em"/>';
    return fixedSize(frame, frame.at(host.facts.location), 'host', ring + (name ? leaderOf(name) + textOf(name) : ''));
  });
  return groups.join('') + own.join('');
}

/** A host city and a member city within this many kilometres are treated as the same. */
const hostReach = 15;
