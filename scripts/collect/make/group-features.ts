import type { Feature } from 'geojson';
import { type Take, takeValue } from './take-value.ts';

/** How rows that stand for one thing become one. */
export interface Grouping {
  /** Field whose value they share. */
  by: string;
  /** Field → how its values become one; the first that is known for those not named. */
  take: Record<string, Take>;
}

/** Features of which each stands for one thing. */
export interface GroupedFeatures {
  features: Feature[];
  /** Rows that went into another one. */
  merged: number;
}

/**
 * Features with one for all that share a value: a station is listed once a line, a charge point once a socket. The place is the first that
 * one of them has. Rows without that value stay as they are. Order is that of the first of each.
 */
export async function groupFeatures(
  features: Iterable<Feature> | AsyncIterable<Feature>,
  grouping: Grouping,
): Promise<GroupedFeatures> {
  const groups = new Map<unknown, Feature[]>();
  let count = 0;
  for await (const feature of features) {
    count++;
    const value = feature.properties?.[grouping.by];
    const key = value === null || value === undefined || value === '' ? feature : value;
    const group = groups.get(key);
    if (group) group.push(feature);
    else groups.set(key, [feature]);
  }
  const grouped = [...groups.values()].map((group) => toOne(group, grouping.take));
  return { features: grouped, merged: count - grouped.length };
}

function toOne(group: readonly Feature[], take: Record<string, Take>): Feature {
  const [first] = group as [Feature];
  const placed = group.find(({ geometry }) => geometry) ?? first;
  const names = [...new Set([...Object.keys(first.properties ?? {}), ...Object.keys(take)])];
  const properties = Object.fromEntries(
    names.map((name) => {
      const values = group.map((feature) => feature.properties?.[name]);
      return [name, takeValue(values, take[name] ?? 'first')];
    }),
  );
  return { type: 'Feature', geometry: placed.geometry, properties };
}
