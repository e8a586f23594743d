import { AppError } from '../../domain/errors.ts';
import type { GeometryFamily } from '../../domain/layer.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';

/**
 * The one family that all geometries of a column are of; multi-part ones are of the family of their parts.
 * @throws {AppError} `source-unreadable`: reason `no-geometry` when no row has one, `families` with the first `row`
 * that is of another family than the rows before it.
 */
export function geometryFamily(source: string, { kinds }: GeometryColumn): GeometryFamily {
  let family: GeometryFamily | null = null;
  for (const [row, kind] of kinds.entries()) {
    const seen = FAMILIES[kind];
    if (!seen) continue;
    family ??= seen;
    if (seen === family) continue;
    const context = { source, reason: 'families', row, seen, wanted: family };
    throw new AppError('source-unreadable', `${source}: row ${row} is a ${seen}`, context);
  }
  if (family) return family;
  const context = { source, reason: 'no-geometry', rows: kinds.length };
  throw new AppError('source-unreadable', `${source}: no geometry`, context);
}

const FAMILIES: Record<number, GeometryFamily> = {
  [GEOMETRY_KIND.point]: 'point',
  [GEOMETRY_KIND.line]: 'line',
  [GEOMETRY_KIND.polygon]: 'polygon',
};
