/** Maps, drawn at build time. */
import type { Edition } from '../model/edition.ts';
import type { Ground } from './base-map.ts';
import { hostsPlan } from './hosts.ts';
import { networkPlan } from './network.ts';
import { routePlan } from './route.ts';

/** The base maps of an edition, without duplicates. */
export function groundsOf(edition: Edition): Pick<Ground, 'file' | 'svg'>[] {
  const { ground, near } = hostsPlan(edition);
  const grounds = [ground, ...(near ? [near.ground] : [])];
  for (const plan of [
    ...(edition.cities.length > 0 ? [networkPlan(edition)] : []),
    ...(edition.entries['past-hosts'].length > 0 ? [routePlan(edition)] : []),
  ])
    grounds.push(plan.ground, ...plan.details.map(({ ground }) => ground));
  const files = grounds.flatMap((ground) => (ground.slim ? [ground, ground.slim] : [ground]));
  return [...new Map(files.map((one) => [one.file, one])).values()];
}
