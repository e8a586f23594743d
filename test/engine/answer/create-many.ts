import type { Geometry } from 'geojson';
import type { Value } from '../../../src/domain/feature.ts';
import { createSquare } from '../../geo/create-polygons.ts';
import { createRandom } from '../../geo/create-random.ts';
import { createSqlDesk, createWork, type SqlLayer } from '../create-sql-desk.ts';

/** Desks over the layer `essai`, as `createMany` makes it. No published file holds NaN or infinities: they are put in after. */
export async function openMany(count: number) {
  const many = createMany(count);
  const part = (many.columns.part ?? []).map((value) => (Number.isFinite(value) ? value : null));
  const desks = await createSqlDesk({ essai: { ...many, columns: { ...many.columns, part } } });
  const { table } = await desks.store.whole('essai', createWork());
  table.columns.part = many.columns.part ?? [];
  const cell = (name: string, row: number): Value => many.columns[name]?.[row] ?? null;
  return { ...desks, many, cell };
}

/**
 * A layer of squares a metre to nine metres wide, 10 m apart along a line, some without geometry: values of every type with
 * nulls, empty text, NaN, infinities, ties, accents and large integers.
 */
function createMany(count: number): SqlLayer {
  const random = createRandom(6);
  const pick = <T>(values: T[]): T => values[Math.floor(random() * values.length)] as T;
  const column = (of: () => Value) => Array.from({ length: count }, of);
  const geometries = Array.from({ length: count }, (_, i): Geometry | null =>
    random() < 0.05
      ? null
      : { type: 'Polygon', coordinates: [createSquare(10 * i, 0, 1 + Math.floor(9 * random()))] },
  );
  return {
    geometries,
    types: {
      id: 'text',
      nom: 'text',
      code: 'text',
      lots: 'integer',
      siret: 'integer',
      part: 'number',
      actif: 'boolean',
      jour: 'date',
      annee: 'integer',
    },
    columns: {
      id: Array.from({ length: count }, (_, i) => `P${i}${'AZ'[i % 2]}`),
      nom: column(() => pick(['Écuires', 'ecuires-nord', 'Œuf', 'Berck', 'berck', '', null])),
      code: column(() => pick(['U', 'AU', 'N', 'A', null])),
      lots: column(() => pick([-3, -1, 0, 1, 2, 10, 500, null])),
      siret: column(() => pick([20007246000010, 20007246000011, null])),
      part: column(() =>
        pick([Number.NaN, Infinity, -Infinity, null, 0.5, 0.1 + 0.2, 1, -2.25, 1000 * random()]),
      ),
      actif: column(() => pick([true, false, null])),
      jour: column(() => pick(['2024-01-31', '2024-02-01', '2023-12-31', '1999-07-01', null])),
      annee: column(() => pick([1999, 2023, 2024, null])),
    },
  };
}
