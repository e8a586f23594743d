import type { FeatureCollection, Point } from 'geojson';
import type { Value } from '../../domain/feature.ts';
import type { Issue } from '../issue.ts';
import { REPORT_COLUMNS, reportRow } from './report-columns.ts';

/**
 * All issues as GeoJSON (RFC 7946): a point in degrees, longitude first, where each lies, null geometry for those that have no
 * place. Properties are those of the CSV report.
 */
export function issuesToGeoJson(
  issues: readonly Issue[],
): FeatureCollection<Point | null, Record<string, Value>> {
  const features = issues.map((issue) => {
    const values = reportRow(issue);
    const named = REPORT_COLUMNS.map((name, i) => [name, values[i] ?? null] as const);
    return {
      type: 'Feature' as const,
      geometry: issue.place && { type: 'Point' as const, coordinates: [...issue.place] },
      properties: Object.fromEntries(named),
    };
  });
  return { type: 'FeatureCollection', features };
}
