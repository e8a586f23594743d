import type { Value } from '../../../domain/feature.ts';
import type { LayerTable } from '../../../loaders/layer-table.ts';
import { hasForm } from '../forms.ts';
import type { Rule, Sighting } from '../rule.ts';
import { isBlank } from '../schema-columns.ts';

/**
 * Codes of communes that are not of the territory, each told once with the rows that have it; a column of which most
 * are not is told as a whole.
 */
export const keysInsee: Rule = {
  id: 'keys.insee',
  severity: 'warning',
  check({ table, communes, territory }) {
    const own = communes && communeCodes(communes);
    if (!own) return [];
    const facts = { territory: territory.shortName };
    const sightings: Sighting[] = [];
    for (const [field, values] of Object.entries(table.columns)) {
      if (!INSEE_COLUMN.test(field)) continue;
      const seen = countCodes(values);
      const others = [...seen].filter(([code]) => !own.has(code));
      if (others.length > FEW && 2 * others.length > seen.size) {
        const count = others.reduce((sum, [, { rows }]) => sum + rows, 0);
        const all = { ...facts, count, codes: others.length, of: seen.size, code: others[0]![0] };
        sightings.push({ row: null, field, place: null, facts: all });
        continue;
      }
      for (const [code, { first, rows }] of others) {
        sightings.push({ row: first, field, place: null, facts: { ...facts, code, count: rows } });
      }
    }
    return sightings;
  },
};

/** Codes that are told one by one whatever their share. */
const FEW = 20;

/** Names of columns that hold a commune of the feature; not that of a person's or a firm's address. */
const INSEE_COLUMN =
  /^((code_?)?insee(_?com(m(une)?)?)?|code_?insee_?commune|(code_?)?com(m(une)?)?_?insee|site_comm_insee|code_?com(mune)?(_[dg])?|depcom|codgeo|commune)$/i;

/** The codes of a column, with their first row and how many rows have them; what is no code is passed over. */
function countCodes(values: readonly Value[]): Map<string, { first: number; rows: number }> {
  const seen = new Map<string, { first: number; rows: number }>();
  for (const [row, value] of values.entries()) {
    if (isBlank(value)) continue;
    const code = String(value).trim();
    if (!hasForm(code, 'insee')) continue;
    const known = seen.get(code);
    if (known) known.rows++;
    else seen.set(code, { first: row, rows: 1 });
  }
  return seen;
}

/** The values of the column of the communes that holds their INSEE codes; null when none does. */
function communeCodes({ columns }: LayerTable): Set<string> | null {
  const codes = Object.values(columns).find(
    (values) => values.length > 0 && values.every((value) => hasForm(String(value), 'insee')),
  );
  return codes ? new Set(codes.map(String)) : null;
}
