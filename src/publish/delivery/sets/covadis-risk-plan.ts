import { RISK_KEYWORDS, riskPlanAbstract, riskPlanTitle } from '../../strings/delivery.ts';
import { joinColumns } from '../join-columns.ts';
import { layerId } from '../layer-id.ts';
import { type OfficialSet, type Proposal, toIsoDay } from '../official-set.ts';
import { firstValue } from '../official-values.ts';
import { type OfficialTable, type RecognisedTable, tablesOf } from '../recognised-table.ts';

/**
 * A risk prevention plan in the form of COVADIS: zones with their document and perimeter, found by `id_gaspar`, and zones of
 * several hazards with each of them. The id of a layer holds the GASPAR code, which its tables lack the department of:
 * `N_ZONE_REG_PPRN_20010005_S_038` of 38DDT20010005 is `pprn_38ddt20010005_zone_reg_s`.
 */
export const COVADIS_RISK_PLAN: OfficialSet = {
  kind: 'covadis-ppr',
  family: 'covadis-ppr/',
  join: (tables) => tables.map((table) => withPlan(table, tables)),
  propose,
};

function withPlan(table: RecognisedTable, tables: readonly RecognisedTable[]): RecognisedTable {
  const name = table.schema?.table ?? '';
  if (!/^N_(ZONE_REG|ZONE_ALEA|PERIMETRE)_PPR$/.test(name)) return table;
  const plan = { local: 'id_gaspar', foreign: 'id_gaspar' };
  const documented = joinColumns(table, {
    ...plan,
    from: tablesOf(tables, 'N_DOCUMENT_PPR'),
    take: { nom: 'nom_plan', etat: 'etat', dateappro: 'dateappro', site_web: 'site_web' },
  });
  if (name === 'N_PERIMETRE_PPR') return documented;
  const dated = joinColumns(documented, {
    ...plan,
    from: tablesOf(tables, 'N_PERIMETRE_PPR'),
    take: { datevalid: 'datevalid', datefinval: 'datefinval' },
  });
  if (name !== 'N_ZONE_ALEA_PPR') return dated;
  return joinColumns(dated, {
    from: tablesOf(tables, 'N_MULTIALEA_PPR'),
    local: 'id_zone',
    foreign: 'id_zone',
    take: {
      nomrisque: { name: 'aleas', label: 'Aléas' },
      coderisque: { name: 'codes_aleas', label: 'Codes des aléas' },
    },
  });
}

function propose(table: OfficialTable, tables: readonly RecognisedTable[]): Proposal {
  const { source, schema } = table;
  const [, stem = source.name, kind = 'ppr', number = '', shape = ''] =
    source.name.match(/^N_(.+)_(PPR[NMT])_([^_]+)(?:_([SLP]))?(?:_.*)?$/i) ?? [];
  const code = firstValue(table, 'id_gaspar') ?? number;
  const [document] = tablesOf(tables, 'N_DOCUMENT_PPR');
  const [perimeter] = tablesOf(tables, 'N_PERIMETRE_PPR');
  const plan = firstValue(document, 'nom') ?? `${kind.toUpperCase()} ${code}`;
  const date = toIsoDay(firstValue(document, 'dateappro') ?? firstValue(perimeter, 'datevalid'));
  const state = firstValue(document, 'etat');
  const states = schema && document?.schema.fields.find(({ name }) => name === 'etat')?.codes;
  return {
    id: layerId([kind, code, stem, shape].filter(Boolean).join('_')),
    described: {
      title: riskPlanTitle(schema.title, plan),
      abstract: riskPlanAbstract(code, (state && states?.[state]) || null, date),
      keywords: RISK_KEYWORDS,
      inspireTheme: 'nz',
      ...(date && { date }),
    },
  };
}
