import type { MetricCrs } from '../../src/domain/crs.ts';
import type { Extent } from '../../src/domain/units.ts';

/**
 * The metric system of a territory, by the department of its communes overseas, else by the latitude of its middle: the conic whose
 * parallel is nearest (CC42 to CC50), which alters its lengths least.
 */
export function chooseMetricCrs(department: string, [, south, , north]: Extent): MetricCrs {
  const overseas = OVERSEAS[department];
  if (overseas) return overseas;
  const zone = Math.min(50, Math.max(42, Math.round((south + north) / 2)));
  return `EPSG:${3900 + zone}` as MetricCrs;
}

/** Guadeloupe, Martinique, Guyane, La Réunion, Mayotte. */
const OVERSEAS: Record<string, MetricCrs> = {
  '971': 'EPSG:5490',
  '972': 'EPSG:5490',
  '973': 'EPSG:2972',
  '974': 'EPSG:2975',
  '976': 'EPSG:4471',
};
