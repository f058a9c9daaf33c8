/** The map of the meetings: a route from host to host through the years. */
import { timelineOf, type TimelineEntry } from '../views/timeline.ts';
import { listOf } from '../i18n/names.ts';
import { type PageContext, pageContext } from '../i18n/page-context.ts';
import type { Edition } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import type { Location } from '../model/schema/common-facts.ts';
import { fieldClass } from '../theme/fields.ts';
import { detailsOf, outlineOf, within } from './details.ts';
import { distance, frameOf, type Frame, type Point } from './frame.ts';
import { groundOf, type Ground } from './base-map.ts';
import type { Box } from './boxes.ts';
import type { Name, Placed, Wording } from './label-candidates.ts';
import { layouts, placeNames } from './labels.ts';
import { inWidths, leaderOf, fixedSize, textOf, pathThrough, ways, type Panel } from './svg.ts';
import { escapeHtml } from '../escape-html.ts';

interface Plan {
  frame: Frame;
  ground: Ground;
  details: { frame: Frame; ground: Ground }[];
}

/** The parts of the map that are the same in all languages. */
export const routePlan = (edition: Edition): Plan =>
  memo(edition, 'routePlan', () => {
    const places = timelineOf(pageContext(edition, defaultLanguage(edition.site).code, '/')).flatMap(
      (entry) => entry.places,
    );
    const frame = frameOf(places, { width: 1152, height: 560, margin: [0.14, 0.12], reach: 500 });
    const details = detailsOf(frame, places, {
      near: 30,
      maxDetails: 1,
      detail: { width: 752, height: 600, margin: [0.1, 0.08] },
    });
    return {
      frame,
      ground: groundOf(frame),
      details: details.map((detail) => ({ frame: detail, ground: groundOf(detail) })),
    };
  });

/** Meetings in the same place. */
interface Call {
  entries: TimelineEntry[];
  place: Location;
}

type Layout = keyof typeof layouts;
/** Half the size of a mark, in ems of the labels: of a meeting's first host, and of further ones. */
const mark = 0.45;
const lesserMark = 0.3;
/** Maximum number of labels with leader lines. */
const maxNamesWithLines = 60;
/** Meetings within this many kilometres share a mark. */
const samePlace = 5;

/** The drawings: the complete map, then its detail. */
export function routeMap(page: PageContext, timeline: readonly TimelineEntry[]): Panel[] {
  const { frame, ground, details } = routePlan(page.edition);
  const calls = callsOf(timeline);
  const frames = details.map((detail) => detail.frame);
  const apart = calls.filter(({ place }) => !frames.some((detail) => within(detail, place)));
  const outlines = frames.map((detail) => outlineOf(detail, frame)).join('');
  return [
    { ground, marks: drawn(page, frame, timeline, calls, apart, outlines) },
    ...details.map((detail) => {
      const inside = calls.filter(({ place }) => within(detail.frame, place));
      return { ground: detail.ground, marks: drawn(page, detail.frame, timeline, inside, inside, '') };
    }),
  ];
}

function callsOf(timeline: readonly TimelineEntry[]): Call[] {
  const calls: Call[] = [];
  for (const entry of timeline) {
    const [place] = entry.places;
    if (!place) continue;
    const known = calls.find((call) => distance(call.place, place) < samePlace);
    if (known) known.entries.push(entry);
    else calls.push({ entries: [entry], place });
  }
  return calls;
}

/** One drawing, with the route, all marks and some labels. */
function drawn(
  page: PageContext,
  frame: Frame,
  timeline: readonly TimelineEntry[],
  calls: readonly Call[],
  named: readonly Call[],
  outline: string,
): string {
  const legs = legsOf(timeline, frame);
  const joints = calls.flatMap(({ entries }) =>
    entries.flatMap(({ places }) =>
      places.length > 1
        ? [
            `<path class="joint" d="${places
              .slice(1)
              .map((place) => pathThrough([frame.at(places[0] as Location), frame.at(place)]))
              .join('')}"/>`,
          ]
        : [],
    ),
  );
  const marks = calls.flatMap(({ entries }) =>
    entries.flatMap(({ places }) =>
      places.map((place, index): Box => {
        const half = index === 0 ? mark : lesserMark;
        return { at: inWidths(frame, frame.at(place)), shift: [0, 0], half: [half, half] };
      }),
    ),
  );
  const names = named.map(({ entries, place }): Name => ({
    at: inWidths(frame, frame.at(place)),
    texts: textsOf(page, entries),
  }));
  const lines = legs.flatMap(({ curve }) =>
    Array.from({ length: 40 }, (_, step) => inWidths(frame, at(curve, step / 40))),
  );
  const placed = (['slim', 'broad'] as const).map((layout) => ({
    layout,
    names: placeNames(names, {
      widths: layouts[layout],
      ratio: frame.height / frame.width,
      marks,
      lines,
      crowded: named.length > maxNamesWithLines,
    }),
  }));
  const paths = legs.map(({ curve, status }) => `<path class="${status}" d="${pathData(curve)}"/>`);
  return (
    ways(frame, outline + paths.join('') + joints.join('')) +
    calls
      .map((call) => {
        const index = named.indexOf(call);
        const own = placed.map(({ layout, names }) => ({ layout, name: names[index] }));
        return (
          further(page, frame, call) +
          fixedSize(
            frame,
            frame.at(call.place),
            classOf(page, call),
            index < 0 ? '<circle r=".26em"/>' : linksOf(page, call, own),
          )
        );
      })
      .join('')
  );
}

/** Marks of further hosts. */
const further = (page: PageContext, frame: Frame, call: Call): string =>
  call.entries
    .flatMap(({ places }) => places.slice(1))
    .map((place) => fixedSize(frame, frame.at(place), classOf(page, call), '<circle r=".3em"/>'))
    .join('');

/** CSS classes: the first host's field, and the status of the most certain meeting. */
function classOf(page: PageContext, { entries }: Call): string {
  const status = (['held', 'announced', 'unconfirmed'] as const).find((one) =>
    entries.some((entry) => entry.status === one),
  );
  const current = entries.some((entry) => entry.current) ? ' current' : '';
  return `stop ${status}${current} ${fieldClass(page.edition.entries.fields, entries[0]?.fields[0])}`;
}

const circleOf = ({ entries }: Call): string =>
  `<circle r="${entries.some(({ current }) => current) ? '.5em' : '.4em'}"/>`;

/** A mark with its labels, linked to the meeting's page; for several meetings, each year is a link. */
function linksOf(page: PageContext, call: Call, names: { layout: Layout; name: Placed | undefined }[]): string {
  const [first, ...later] = call.entries as [TimelineEntry, ...TimelineEntry[]];
  const lang = first.lang ? ` lang="${first.lang}"` : '';
  const texts = names.flatMap(({ layout, name }) =>
    name ? [`<g class="${layout}">${leaderOf(name)}${textOf(name, lang)}</g>`] : [],
  );
  const link = (entry: TimelineEntry, label: string, content: string | number) =>
    `<a href="${entry.href}" aria-label="${escapeHtml(label)}">${content}</a>`;
  // The accessible name is the visible text at a width with enough room.
  const [whole] = textsOf(page, call.entries);
  if (later.length === 0) return link(first, whole?.text ?? first.title, circleOf(call) + texts.join(''));
  const linked = call.entries.reduce(
    (text, entry) =>
      text.replace(new RegExp(`(?<![\\d/"-])${entry.year}(?=[,<])`, 'g'), link(entry, entry.title, entry.year)),
    texts.join(''),
  );
  return circleOf(call) + linked;
}

/** "City 2017, 2025" in one line or two, or the years alone if there is no room. */
function textsOf(page: PageContext, entries: readonly TimelineEntry[]): Wording[] {
  const years = entries.map(({ year }) => year).join(', ');
  const [first] = entries as [TimelineEntry];
  const name = first.title.replace(new RegExp(`[\\s,\u00a0]*${first.year}$`), '');
  const names = listOf(page.lang, [name, ...first.further]);
  return [{ text: `${names} ${years}` }, { text: `${names}\n${years}`, cost: 2 }, { text: years, cost: 40 }];
}

type Curve = [from: Point, control: Point, to: Point];

/** How far legs curve to the left, so that legs in opposite directions don't overlap. */
const bow = 0.16;

/** The legs from meeting to meeting, with the status of the later one. */
function legsOf(timeline: readonly TimelineEntry[], frame: Frame): { curve: Curve; status: TimelineEntry['status'] }[] {
  const entries = timeline.filter(({ places }) => places.length > 0);
  return entries.slice(1).flatMap((entry, index) => {
    const from = frame.at((entries[index] as TimelineEntry).places[0] as Location);
    const to = frame.at(entry.places[0] as Location);
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    if (Math.hypot(dx, dy) < 1) return [];
    const control: Point = [(from[0] + to[0]) / 2 + dy * bow, (from[1] + to[1]) / 2 - dx * bow];
    return [{ curve: [from, control, to] as Curve, status: entry.status }];
  });
}

const at = ([from, control, to]: Curve, part: number): Point =>
  [0, 1].map(
    (axis) =>
      (1 - part) ** 2 * (from[axis] as number) +
      2 * part * (1 - part) * (control[axis] as number) +
      part ** 2 * (to[axis] as number),
  ) as Point;

const pathData = (curve: Curve): string => {
  const [from, control, to] = curve.map((point) => point.map(Math.round).join(' '));
  return `M${from}Q${control} ${to}`;
};
