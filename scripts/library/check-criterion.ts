import type { Criterion } from '../../src/domain/impact.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import type { LibraryFault } from './library-fault.ts';
import { nameFault } from './name-fault.ts';
import type { Filed } from './read-library-files.ts';

/** The faults of a criterion of impacts against the layers: a layer or a field that is not there. */
export function criterionFaults(
  filed: Filed<Criterion>,
  layers: readonly LayerMeta[],
): LibraryFault[] {
  const { layer: id, where = {}, except = {}, field, by } = filed.item;
  if (!id) return [];
  const layer = layers.find((candidate) => candidate.id === id);
  if (!layer) {
    return [
      nameFault(
        filed,
        'layer',
        'layer',
        id,
        layers.map((own) => own.id),
      ),
    ];
  }
  const names = layer.fields.map(({ name }) => name);
  const named = [
    ...Object.keys(where).map((name) => [`where.${name}`, name] as const),
    ...Object.keys(except).map((name) => [`except.${name}`, name] as const),
    ...(field ? [['field', field] as const] : []),
    ...(by ? [['by', by] as const] : []),
  ];
  return named
    .filter(([, name]) => !names.includes(name))
    .map(([path, name]) => nameFault(filed, 'field', path, name, names));
}
