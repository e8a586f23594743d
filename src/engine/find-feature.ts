import type { Feature } from '../domain/feature.ts';
import type { Extent } from '../domain/units.ts';
import { projectColumn } from '../geo/project.ts';
import { rowBoxes } from '../geo/row-boxes.ts';
import { selectRows } from '../geo/select-rows.ts';
import type { LayerStore } from './layer-store.ts';
import { type LoadedRows, sizeMeasure } from './loaded-rows.ts';
import type { Work } from './work.ts';

/** The feature of a layer that has this key, or null. */
export async function findFeature(
  store: LayerStore,
  id: string,
  key: string,
  work: Work,
): Promise<Feature | null> {
  const { key: keyField } = store.layer(id);
  for (const loaded of await store.holding(id, key, work)) {
    const row = loaded.table.columns[keyField]?.findIndex((value) => String(value) === key) ?? -1;
    if (row >= 0) return featureAt(loaded, row);
  }
  return null;
}

/** The feature of a row of what was read. */
export function featureAt(loaded: LoadedRows, row: number): Feature {
  const { layer, table, firstRow } = loaded;
  const attributes = Object.fromEntries(
    Object.entries(table.columns).map(([name, values]) => [name, values[row] ?? null]),
  );
  const extent = extentAt(loaded, row);
  return {
    layer: layer.id,
    row: firstRow + row,
    key: String(attributes[layer.key]),
    attributes,
    extent,
    size: extent && sizeAt(loaded, row),
  };
}

function extentAt({ table }: LoadedRows, row: number): Extent | null {
  const [minX, minY, maxX, maxY] = rowBoxes(selectRows(table.geometry, Uint32Array.of(row)));
  const isEmpty = minX === undefined || Number.isNaN(minX);
  return isEmpty ? null : [minX, minY as number, maxX as number, maxY as number];
}

function sizeAt(loaded: LoadedRows, row: number): number | null {
  const measure = sizeMeasure(loaded.layer);
  if (!measure) return null;
  const { table, crs } = loaded;
  const column = projectColumn(selectRows(table.geometry, Uint32Array.of(row)), crs);
  return measure(column)[0] ?? null;
}
