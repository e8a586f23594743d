import { freshnessOf } from '../../domain/freshness.ts';
import { daysBetween } from '../../domain/iso-day.ts';
import type { Layer } from '../../domain/layer.ts';

/** A layer that should have been refreshed by the day `due` (`YYYY-MM-DD`), `days` ago. */
export interface OverdueLayer {
  layer: Layer;
  due: string;
  days: number;
}

/** The late layers of one department, or of one producer where no department answers for them. */
export interface OverdueGroup {
  owner: string;
  layers: OverdueLayer[];
}

/** The layers that are late on the day `today`, by who answers for them; most late first, groups by their latest layer. */
export function overdueGroups(layers: readonly Layer[], today: string): OverdueGroup[] {
  const late = layers
    .flatMap((layer) => overdueOf(layer, today))
    .sort((a, b) => b.days - a.days || a.layer.title.localeCompare(b.layer.title, 'fr'));
  const groups = new Map<string, OverdueGroup>();
  for (const item of late) {
    const owner = item.layer.service ?? item.layer.producer;
    const group = groups.get(owner) ?? { owner, layers: [] };
    groups.set(owner, group);
    group.layers.push(item);
  }
  return [...groups.values()];
}

function overdueOf(layer: Layer, today: string): OverdueLayer[] {
  const freshness = freshnessOf(layer.date, layer.maintenance, today);
  if (freshness.kind !== 'overdue') return [];
  const { due } = freshness;
  return [{ layer, due, days: daysBetween(due, today) }];
}
