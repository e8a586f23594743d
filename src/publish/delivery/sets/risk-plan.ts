import { PROCEDURE_STATES } from '../../../domain/nomenclature/risks.ts';
import { RISK_KEYWORDS, riskPlanAbstract, riskPlanTitle } from '../../strings/delivery.ts';
import { joinColumns } from '../join-columns.ts';
import { layerId } from '../layer-id.ts';
import { type OfficialSet, type Proposal, toIsoDay } from '../official-set.ts';
import { firstValue } from '../official-values.ts';
import { type OfficialTable, type RecognisedTable, tablesOf } from '../recognised-table.ts';

/**
 * A risk prevention plan as the CNIG wants it since 2025, one GeoPackage a procedure: every spatial table with its
 * procedure, and the state of its perimeter. The id of a layer is the name of its table, which holds the GASPAR code:
 * `pprt_69dreal20090005_zonereglementaireurba_s`.
 */
export const RISK_PLAN: OfficialSet = {
  kind: 'cnig-ppr',
  family: 'cnig-ppr/',
  join: (tables) => tables.map((table) => withProcedure(table, tables)),
  propose,
};

function withProcedure(
  table: RecognisedTable,
  tables: readonly RecognisedTable[],
): RecognisedTable {
  if (!table.schema?.id.startsWith(RISK_PLAN.family) || table.schema.geometry === null)
    return table;
  const key = { local: 'codeprocedure', foreign: 'codeprocedure' };
  const procedures = tablesOf(tables, 'procedure');
  const perimeters = tables.filter((one): one is OfficialTable => {
    return one.schema?.table === 'perimetre_s' && one !== table;
  });
  return joinColumns(joinColumns(table, { ...key, from: procedures }), {
    ...key,
    from: perimeters,
    take: { etatprocedure: 'etatprocedure', dateetat: 'dateetat' },
  });
}

function propose(table: OfficialTable, tables: readonly RecognisedTable[]): Proposal {
  const { source, schema } = table;
  const [procedure] = tablesOf(tables, 'procedure');
  const [prefix = 'ppr', named = ''] = source.name.split('_');
  const code = firstValue(table, 'codeprocedure') ?? named.toUpperCase();
  const plan = firstValue(procedure, 'libelleprocedure') ?? `${prefix.toUpperCase()} ${code}`;
  const perimeter = tables.find((one) => one.schema?.table === 'perimetre_s');
  const state = firstValue(perimeter, 'etatprocedure');
  const date = toIsoDay(firstValue(perimeter, 'dateetat'));
  return {
    id: layerId(source.name),
    described: {
      title: riskPlanTitle(schema.title, plan),
      abstract: riskPlanAbstract(code, state && (PROCEDURE_STATES[state] ?? null), date),
      keywords: RISK_KEYWORDS,
      inspireTheme: 'nz',
      ...(date && { date }),
    },
  };
}
