import type { Rule } from '../rule.ts';
import { columnOf, isBlank } from '../schema-columns.ts';

/** Fields of TERRAIN-ECO that the CNIG standard "Sites économiques" v2024-10 marks as not to be disclosed (RGPD). */
const UNDISCLOSED = ['terr_acquereur', 'terr_cession_date', 'terr_vente_montant', 'terr_m2_prix'];

/** A column that its own standard says not to publish, and that has values; `--keep` lets it pass. */
export const privacyUndisclosedColumn: Rule = {
  id: 'privacy.undisclosed-column',
  severity: 'error',
  check({ table, keep }) {
    const names = Object.keys(table.columns);
    const kept = new Set(keep.map((name) => name.toLowerCase()));
    return UNDISCLOSED.flatMap((field) => {
      const name = columnOf(field, names);
      if (name === null || kept.has(name.toLowerCase())) return [];
      const count = table.columns[name]!.filter((value) => !isBlank(value)).length;
      return count === 0 ? [] : [{ row: null, field: name, place: null, facts: { count } }];
    });
  },
};
