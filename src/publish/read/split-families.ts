import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import { selectRows } from '../../geo/select-rows.ts';
import type { SourceTable } from './source.ts';
import { tableFinding } from './source-findings.ts';

/**
 * A table for each family of geometry that a table holds: `<name>_points`, `<name>_lignes`, `<name>_surfaces`, each with
 * a finding that names them all. Rows without geometry go with the family that has most rows. A table of one family, or
 * without geometry, stays as it is.
 */
export function splitFamilies(source: SourceTable): SourceTable[] {
  const { kinds } = source.table.geometry;
  const counts = FAMILIES.map(({ kind }) =>
    kinds.reduce((sum, k) => sum + (k === kind ? 1 : 0), 0),
  );
  const present = FAMILIES.filter((_, index) => (counts[index] as number) > 0);
  if (present.length < 2) return [source];
  const largest = FAMILIES[counts.indexOf(Math.max(...counts))];
  const layers = present.map(({ suffix }) => source.name + suffix).join(', ');
  return present.map((family) => {
    const rows = Uint32Array.from(kinds.keys()).filter((row) => {
      const kind = kinds[row];
      return kind === family.kind || (kind === GEOMETRY_KIND.none && family === largest);
    });
    return takeRows({ ...source, name: source.name + family.suffix }, rows, layers);
  });
}

function takeRows(source: SourceTable, rows: Uint32Array, layers: string): SourceTable {
  const { geometry, columns, faults } = source.table;
  const places = new Map(Array.from(rows, (row, place) => [row, place]));
  const moved = <T extends { row: number | null }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      if (item.row === null) return [item];
      const row = places.get(item.row);
      return row === undefined ? [] : [{ ...item, row }];
    });
  return {
    ...source,
    table: {
      geometry: selectRows(geometry, rows),
      columns: Object.fromEntries(
        Object.entries(columns).map(([name, values]) => [
          name,
          Array.from(rows, (row) => values[row] ?? null),
        ]),
      ),
      faults: moved(faults),
    },
    findings: [...moved(source.findings), tableFinding('source.families-split', { layers })],
  };
}

const FAMILIES = [
  { kind: GEOMETRY_KIND.point, suffix: '_points' },
  { kind: GEOMETRY_KIND.line, suffix: '_lignes' },
  { kind: GEOMETRY_KIND.polygon, suffix: '_surfaces' },
];

/** What is added to the name of a table that is split. */
export const FAMILY_SUFFIXES = FAMILIES.map(({ suffix }) => suffix);
