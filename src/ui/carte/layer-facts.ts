import { freshnessOf } from '../../domain/freshness.ts';
import type { Layer, MaintenanceFrequency } from '../../domain/layer.ts';
import { upperFirst } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { freshWords } from '../strings/freshness.ts';
import { today } from './today.ts';

/** How often the layer is refreshed, and when it should be next or should have been. */
export function maintenanceText(layer: Layer, maintenance: MaintenanceFrequency): string {
  const often = upperFirst(freshWords.maintenance[maintenance]);
  const freshness = freshnessOf(layer.date, maintenance, today());
  if (freshness.kind === 'open') return often;
  const { due } = freshness;
  return `${often}, ${freshness.kind === 'fresh' ? freshWords.next(due) : freshWords.overdue(due)}`;
}

/** The name of a CRS that the territory knows, else its code. */
export const crsName = (code: string): string => (fr.crs as Record<string, string>)[code] ?? code;
