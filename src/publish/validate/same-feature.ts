import type { RuleContext } from './rule.ts';

/** Whether two rows have the same attributes, but for those that only number the rows: the layer's key, and ids by their name. */
export function isSameFeature(context: RuleContext): (row: number, other: number) => boolean {
  const { meta, schema, table } = context;
  const compared = Object.entries(table.columns)
    .filter(([name]) => name !== meta.key && name !== schema?.key && !IDENTIFIER.test(name))
    .map(([, values]) => values);
  return (row, other) => compared.every((values) => values[row] === values[other]);
}

const IDENTIFIER = /^(id|fid|gid|objectid|ogc_fid|uuid|num|numero)$|^(lib_)?id_|_id$|^lib_id/i;
