import type { Value } from '../../domain/feature.ts';
import type { Field, LayerMeta } from '../../domain/layer.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import type { TableSchema } from '../standards/table-schema.ts';

/** Name of the key that is made when no column can be one. */
export const GENERATED_KEY = 'fid';

/** What names of fields are chosen from. */
export interface NamedColumns {
  fields: readonly Field[];
  columns: LayerTable['columns'];
  schema: TableSchema | null;
}

/** Whether every value of a column is there and no two are alike, as text; stops at the first that is not. */
export function isUnique(values: readonly Value[] | undefined): boolean {
  if (!values) return false;
  const seen = new Set<string>();
  return values.every((value, row) => value !== null && seen.add(String(value)).size === row + 1);
}

/**
 * The field that names a row: the key of the version before, else that of the official schema, else one that is called
 * like a key; each only while its values are unique. `fid`, to be made, when there is none.
 */
export function findKey(
  { fields, columns, schema }: NamedColumns,
  before: LayerMeta | null,
): string {
  const usable = fields.filter(({ type }) => type === 'text' || type === 'integer');
  const candidates = [
    ...usable.filter(({ name }) => name === before?.key),
    ...usable.filter(({ name }) => name === schema?.key),
    ...KEY_NAMES.flatMap((pattern) => usable.filter(({ name }) => pattern.test(name))),
  ];
  return candidates.find(({ name }) => isUnique(columns[name]))?.name ?? GENERATED_KEY;
}

/** The field shown as a row's title: that of the version before, of the schema, or one that is called like a title. */
export function findTitleField(
  { fields, schema }: NamedColumns,
  before: LayerMeta | null,
): string | undefined {
  const texts = fields.filter(({ type }) => type === 'text');
  const wanted = [before?.titleField, schema?.titleField].map((title) =>
    texts.find(({ name }) => name === title),
  );
  const likely = TITLE_NAMES.map((pattern) => texts.find(({ name }) => pattern.test(name)));
  return [...wanted, ...likely].find(Boolean)?.name;
}

/** Likely names of a key, best first. */
const KEY_NAMES = [
  /^(id|fid|gid|objectid|ogc_fid|uuid)$/i,
  /^(code|insee|siren|siret|numero|num|no|ref|reference)$/i,
  /(^id|_id$|^code|^no_|^num|_insee$|^ref)/i,
];

/** Likely names of a title, best first. */
const TITLE_NAMES = [
  /^(nom|name|titre|title|libelle|libelong|label)$/i,
  /(nom|libelle|titre|name|label)$/i,
  /(nom|lib|titre|name)/i,
];
