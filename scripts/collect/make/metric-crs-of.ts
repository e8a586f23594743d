import { METRIC_CRS, type MetricCrs } from '../../../src/domain/crs.ts';
import type { CollectTerritory } from '../collect-territory.ts';

/**
 * The system in which a territory's surfaces are measured: the conic zone whose latitude is nearest to its middle (CC42 to CC50), or that of
 * its department overseas. Source: decree 2000-1276 amended, on the legal references of coordinates.
 */
export function metricCrsOf({ extent, departments }: CollectTerritory): MetricCrs {
  const overseas = OVERSEAS[departments[0] ?? ''];
  if (overseas) return overseas;
  const zone = Math.round((extent[1] + extent[3]) / 2);
  const code = `EPSG:${3900 + Math.min(50, Math.max(42, zone))}`;
  return METRIC_CRS.find((known) => known === code) ?? 'EPSG:2154';
}

const OVERSEAS: Record<string, MetricCrs> = {
  '971': 'EPSG:5490',
  '972': 'EPSG:5490',
  '973': 'EPSG:2972',
  '974': 'EPSG:2975',
  '976': 'EPSG:4471',
};
