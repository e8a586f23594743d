import type { LayerMeta } from '../../src/domain/layer.ts';
import { layersInRole, type SheetLine } from '../../src/domain/parcel-sheet.ts';
import type { LibraryFault } from './library-fault.ts';
import { nameFault } from './name-fault.ts';
import type { Filed } from './read-library-files.ts';

/**
 * The faults of a line of the sheet of a parcel against the layers: a layer named that is not there, or a field that none of its
 * layers has. A standard that no layer follows is none: the sheet says that it is not published.
 */
export function sheetLineFaults(
  filed: Filed<SheetLine>,
  layers: readonly LayerMeta[],
): LibraryFault[] {
  const { item } = filed;
  const ids = layers.map(({ id }) => id);
  const unknown = (item.role.ids ?? [])
    .filter((id) => !ids.includes(id))
    .map((id) => nameFault(filed, 'layer', 'role.ids', id, ids));
  const own = layersInRole(item.role, layers);
  if (own.length === 0) return unknown;
  const names = own.flatMap(({ fields }) => fields.map(({ name }) => name));
  const named = [
    ...Object.keys(item.where ?? {}).map((name) => [`where.${name}`, name] as const),
    ...Object.keys(item.except ?? {}).map((name) => [`except.${name}`, name] as const),
    ...(item.by ?? []).map((name) => ['by', name] as const),
    ...(item.tell ?? []).map((name) => ['tell', name] as const),
  ];
  const absent = named.filter(([, name]) => !names.includes(name));
  return [
    ...unknown,
    ...absent.map(([path, name]) => nameFault(filed, 'field', path, name, names)),
  ];
}
