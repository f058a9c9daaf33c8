import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageContext } from '../../src/i18n/page-context.ts';
import { detailsOf, within } from '../../src/maps/details.ts';
import { distance, frameOf } from '../../src/maps/frame.ts';
import { groundOf } from '../../src/maps/base-map.ts';
import { hostsMap, planOf } from '../../src/maps/hosts.ts';
import { networkMap } from '../../src/maps/network.ts';
import { routeMap } from '../../src/maps/route.ts';
import { timelineOf } from '../../src/views/timeline.ts';
import { touch } from '../../src/maps/boxes.ts';
import { widthOf, type Name, type Room } from '../../src/maps/label-candidates.ts';
import { layouts, placeNames } from '../../src/maps/labels.ts';
import { netOf } from '../../src/maps/graticule.ts';
import { readContent } from '../../src/model/read/content.ts';
import type { Edition } from '../../src/model/edition.ts';

const fiji = { lat: -18.14, lon: 178.44 };
const samoa = { lat: -13.83, lon: -171.77 };
const alaska = { lat: 61.22, lon: -149.9 };
const wellington = { lat: -41.29, lon: 174.78 };
const santiago = { lat: -33.45, lon: -70.67 };
const svalbard = { lat: 78.22, lon: 15.65 };
const size = { width: 1152, height: 560, margin: [0.1, 0.1] as [number, number] };

describe('a frame', { timeout: 60_000 }, () => {
  test.each([
    ['one city', [santiago]],
    ['two cities, across the antimeridian', [fiji, samoa]],
    ['an ocean apart', [wellington, santiago]],
    ['near the pole', [svalbard, { lat: 82.5, lon: -62.3 }]],
    ['the same city twice', [fiji, fiji]],
  ])('%s: shows a part of the earth with all places inside its margins', (_, places) => {
    const frame = frameOf(places, { ...size, reach: 100 });
    expect(frame.world).toBe(false);
    for (const place of places) {
      const [x, y] = frame.at(place);
      expect(x).toBeGreaterThanOrEqual(size.width * 0.1 - 1);
      expect(x).toBeLessThanOrEqual(size.width * 0.9 + 1);
      expect(y).toBeGreaterThanOrEqual(size.height * 0.1 - 1);
      expect(y).toBeLessThanOrEqual(size.height * 0.9 + 1);
    }
  });

  test('a single city is in the middle, and the frame extends to the given distance', () => {
    const frame = frameOf([santiago], { ...size, reach: 100 });
    expect(frame.at(santiago).map(Math.round)).toEqual([576, 280]);
    expect((frame.scale * size.height) / 2).toBeCloseTo(100, 0);
  });

  test('neighbours across the antimeridian stay together', () => {
    const frame = frameOf([fiji, samoa], size);
    const [one, other] = [frame.at(fiji), frame.at(samoa)];
    const far = Math.hypot(one[0] - other[0], one[1] - other[1]) * frame.scale;
    expect(Math.abs(far / distance(fiji, samoa) - 1)).toBeLessThan(0.02);
    expect(one[0]).toBeLessThan(other[0]);
  });

  test('places all over the earth get the same world map, so that maps share one file', () => {
    const one = frameOf(
      [
        { lat: 40, lon: -100 },
        { lat: 35, lon: 105 },
        { lat: -34, lon: 18 },
      ],
      size,
    );
    const other = frameOf([santiago, { lat: 35, lon: 135 }, { lat: 48, lon: 2 }], size);
    expect([one.world, other.world]).toEqual([true, true]);
    expect(groundOf(one).file).toBe(groundOf(other).file);
  });

  test('a world map of places around the Pacific has the Pacific in its middle', () => {
    const around = [wellington, santiago, alaska, { lat: 35, lon: 139 }, { lat: -6, lon: 107 }];
    const frame = frameOf(around, size);
    expect(frame.world).toBe(true);
    expect(frame.at(wellington)[0]).toBeLessThan(frame.at(santiago)[0]);
    // From the tropics to the Arctic is too far for a regional map at this aspect ratio.
    const tall = frameOf([fiji, alaska], size);
    expect(tall.at(alaska)[0] - tall.at(fiji)[0]).toBeGreaterThan(0);
    expect(tall.at(alaska)[0] - tall.at(fiji)[0]).toBeLessThan(size.width / 5);
  });
});

describe('the base map', () => {
  test('is drawn without styles, complete and small, and always the same', () => {
    const ground = groundOf(frameOf([alaska, santiago, { lat: 50, lon: 20 }], size));
    expect(ground.svg).toMatch(/^<svg [^>]*viewBox="0 0 2304 \d+"/);
    expect(ground.svg).not.toMatch(/NaN|undefined|Infinity|style=/);
    expect(ground.svg.match(/M/g)?.length).toBeGreaterThan(100);
    expect(ground.svg.length).toBeLessThan(40_000);
    expect(groundOf(frameOf([alaska, santiago, { lat: 50, lon: 20 }], size))).toEqual(ground);
  });
});

describe('crowded places', () => {
  const near = Array.from({ length: 6 }, (_, index) => ({ lat: 50 + index * 0.4, lon: 10 + (index % 2) }));
  const spread = [wellington, santiago, alaska];
  const options = { near: 8, maxDetails: 2, detail: { width: 564, height: 480 } };

  test('are enlarged in a detail that contains them all', () => {
    const frame = frameOf([...near, ...spread], size);
    const [detail, ...others] = detailsOf(frame, [...near, ...spread], options);
    expect(others).toEqual([]);
    for (const place of near) expect(detail && within(detail, place)).toBe(true);
    expect(detail?.scale).toBeLessThan(frame.scale / 2);
  });
  test('if there are none, there is no detail', () => {
    expect(detailsOf(frameOf(spread, size), spread, options)).toEqual([]);
  });
});

describe('names', () => {
  const room: Room = { widths: layouts.slim, ratio: 0.6, marks: [], lines: [] };
  const named = (text: string, x: number, y: number): Name => ({
    at: [x, y],
    texts: [{ text }, { text: '9', cost: 40 }],
  });
  const many = Array.from({ length: 14 }, (_, index) =>
    named(`Name ${'x'.repeat(index % 5)}`, 0.3 + (index % 4) * 0.11, 0.15 + Math.floor(index / 4) * 0.08),
  );

  test('two boxes that overlap only at some widths are detected', () => {
    const still = {
      at: [0, 0] as [number, number],
      shift: [0, 0] as [number, number],
      half: [1, 1] as [number, number],
    };
    const meeting = {
      at: [0.2, 0] as [number, number],
      shift: [-6, 0] as [number, number],
      half: [1, 1] as [number, number],
    };
    expect(touch(still, meeting, [21, 37])).toBe(true);
    expect(touch(still, meeting, [45, 60])).toBe(false);
    expect(touch(still, meeting, [5, 15])).toBe(false);
  });

  test('don’t overlap each other or the marks, and stay inside the map, at each width', () => {
    const marks = many.map(({ at }) => ({
      at,
      shift: [0, 0] as [number, number],
      half: [0.4, 0.4] as [number, number],
    }));
    const placed = placeNames(many, { ...room, marks });
    expect(placed.filter(Boolean).length).toBeGreaterThan(10);
    for (let width = room.widths[0]; width <= room.widths[1]; width += 0.5) {
      const boxes = placed.flatMap((name) => {
        if (!name) return [];
        const { at, shift, half } = name.box;
        return [[at[0] * width + shift[0], at[1] * width + shift[1], ...half] as [number, number, number, number]];
      });
      boxes.forEach(([x, y, w, h], index) => {
        expect(x - w).toBeGreaterThanOrEqual(0);
        expect(x + w).toBeLessThanOrEqual(width);
        expect(y - h).toBeGreaterThanOrEqual(0);
        for (const [x2, y2, w2, h2] of boxes.slice(index + 1))
          expect(Math.abs(x - x2) < w + w2 - 1e-6 && Math.abs(y - y2) < h + h2 - 1e-6).toBe(false);
        for (const { at } of marks) {
          const own = placed.some(
            (name) => name?.box.at === at && Math.abs(at[0] * width + name.box.shift[0] - x) < 1e-6,
          );
          if (!own) expect(Math.abs(at[0] * width - x) < w && Math.abs(at[1] * width - y) < h).toBe(false);
        }
      });
    }
  });

  test('are always in the same places', () => {
    expect(placeNames(many, room)).toEqual(placeNames(structuredClone(many), room));
  });

  test('are shortened, then omitted, if there is no room', () => {
    const short = placeNames([named('A name far too long for this map, wherever it may stand', 0.5, 0.3)], room);
    expect(short[0]?.text).toBe('9');
    expect(
      placeNames(
        [{ at: [0.5, 0.3], texts: [{ text: 'A name far too long for this map, wherever it may stand' }] }],
        room,
      ),
    ).toEqual([undefined]);
  });

  test('a single name is to the right of its mark, and at the right edge to the left', () => {
    expect(placeNames([named('Here', 0.5, 0.3)], room)[0]).toMatchObject({ anchor: 'start', leader: undefined });
    expect(placeNames([named('Here', 0.97, 0.3)], room)[0]?.anchor).toBe('end');
  });

  test('width: accents add nothing, ideographs are wide', () => {
    expect(widthOf('Östersund')).toBe(widthOf('Ostersund'));
    expect(widthOf('金沢')).toBeGreaterThan(widthOf('ab'));
  });
});

describe('the hosts', { timeout: 60_000 }, () => {
  test('near each other get a second map; far apart or alone, they have only the first', () => {
    const near = planOf([
      { lat: 50.06, lon: 19.94 },
      { lat: 50.26, lon: 19.02 },
    ]);
    expect(near.near).toBeDefined();
    expect(near.frame.scale).toBeGreaterThan(5 * (near.near?.frame.scale ?? Infinity));
    expect(planOf([santiago]).near).toBeUndefined();
    expect(planOf([fiji, alaska]).near).toBeUndefined();
  });

  test('a single city is shown in its country, or in the surrounding sea', () => {
    for (const place of [santiago, fiji, { lat: -0.52, lon: 166.93 }]) {
      const { frame, ground } = planOf([place]);
      expect(within(frame, place)).toBe(true);
      expect(ground.svg).not.toMatch(/NaN|undefined/);
    }
  });

  test('the graticule has a few lines each way, and continues across the antimeridian', () => {
    const net = netOf(frameOf([fiji, samoa], { width: 720, height: 400 }));
    expect(net.meridians.length).toBeGreaterThanOrEqual(2);
    expect(net.meridians.length).toBeLessThan(12);
    expect(net.parallels.length).toBeGreaterThanOrEqual(1);
    for (const { value } of net.ends) expect(Math.abs(value)).toBeLessThanOrEqual(180);
  });
});

describe.each(['content', 'tests/editions/solo', 'tests/editions/trio'])(
  'the maps of %s',
  { timeout: 60_000 },
  (folder) => {
    const edition = readContent(resolve(folder)).edition as Edition;

    test.each(edition.site.languages.map(({ code }) => code))(
      'in %s are complete, without styles, and always the same',
      (lang) => {
        const page = pageContext(edition, lang, '/');
        const route = (context: typeof page) => routeMap(context, timelineOf(context));
        for (const map of [hostsMap, route, ...(edition.cities.length > 0 ? [networkMap] : [])]) {
          const panels = map(page);
          expect(panels.length).toBeGreaterThan(0);
          for (const { marks } of panels) expect(marks).not.toMatch(/NaN|undefined|Infinity|style=/);
          expect(map(pageContext(edition, lang, '/'))).toEqual(panels);
        }
      },
    );
  },
);
