import { AppError } from '../../domain/errors.ts';
import type { GeometryFamily } from '../../domain/layer.ts';
import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import type { SourceTable } from '../read/source.ts';

/**
 * The one family that all geometries of a table are of; multi-part ones are of the family of their parts.
 * @throws {AppError} `source-unreadable`: reason `no-geometry` when no row has one, `geometries` when none that is
 * there can be read, with the first `row` and its `fault`; `families` with the first `row`
 * that is of another family than the rows before it.
 */
export function geometryFamily(
  source: string,
  { geometry: { kinds }, faults }: Pick<SourceTable['table'], 'geometry' | 'faults'>,
): GeometryFamily {
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
  const rows = kinds.length;
  const [fault] = faults;
  if (fault) {
    const context = { source, reason: 'geometries', rows, row: fault.row, fault: fault.reason };
    throw new AppError('source-unreadable', `${source}: no geometry can be read`, context);
  }
  const context = { source, reason: 'no-geometry', rows };
  throw new AppError('source-unreadable', `${source}: no geometry`, context);
}

const FAMILIES: Record<number, GeometryFamily> = {
  [GEOMETRY_KIND.point]: 'point',
  [GEOMETRY_KIND.line]: 'line',
  [GEOMETRY_KIND.polygon]: 'polygon',
};
