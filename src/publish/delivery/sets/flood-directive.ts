import { FLOOD_SCENARIOS } from '../../../domain/nomenclature/risks.ts';
import { FLOOD_KEYWORDS, floodAbstract, floodTitle } from '../../strings/delivery.ts';
import { joinColumns } from '../join-columns.ts';
import { layerId } from '../layer-id.ts';
import { type OfficialSet, type Proposal, toIsoDay } from '../official-set.ts';
import { firstValue, officialValues } from '../official-values.ts';
import { type OfficialTable, type RecognisedTable, tablesOf } from '../recognised-table.ts';

/**
 * A set of the flood directive (COVADIS): every spatial table with the name of its territory, and what depends on a flooded
 * area with the kind, scenario and river of it. The id of a layer is the name of its table, which holds the territory's:
 * `tri_jtest_topo_inondable_for_s_027`.
 */
export const FLOOD_DIRECTIVE: OfficialSet = {
  kind: 'covadis-tri',
  family: 'covadis-tri/',
  join: (tables) => tables.map((table) => withTerritory(table, tables)),
  propose,
};

function withTerritory(
  table: RecognisedTable,
  tables: readonly RecognisedTable[],
): RecognisedTable {
  const { schema } = table;
  if (!schema?.id.startsWith(FLOOD_DIRECTIVE.family) || schema.table === 'N_TRI_S') return table;
  const area = { local: 'ID_S_INOND', foreign: 'ID_S_INOND' };
  const flooded = joinColumns(table, {
    ...area,
    from: schema.table === 'N_INONDABLE_S' ? [] : tablesOf(tables, 'N_INONDABLE_S'),
    take: { TYP_INOND: 'TYP_INOND', SCENARIO: 'SCENARIO', COURS_DEAU: 'COURS_DEAU' },
  });
  const rivers = joinColumns(flooded, {
    ...area,
    from: schema.geometry === null ? [] : tablesOf(tables, 'N_REL_HYDRO_INOND'),
    take: { CODE_EH: 'CODE_EH' },
  });
  return joinColumns(rivers, {
    from: tablesOf(tables, 'N_TRI_S'),
    local: 'ID_TRI',
    foreign: 'ID_TRI',
    take: { NOM: { name: 'NOM_TRI', label: 'Nom du territoire' } },
  });
}

function propose(table: OfficialTable, tables: readonly RecognisedTable[]): Proposal {
  const { source, schema } = table;
  const [territories] = tablesOf(tables, 'N_TRI_S');
  const names = new Set(territories ? officialValues(territories, 'NOM') : []);
  const area = names.size === 1 ? firstValue(territories, 'NOM') : null;
  const scenarios = new Set(officialValues(table, 'SCENARIO'));
  const only = scenarios.size === 1 ? firstValue(table, 'SCENARIO') : null;
  const isOfScenario = /^N_(INONDABLE|ISO_HT)_S$/.test(schema.table);
  const scenario = isOfScenario && only ? (FLOOD_SCENARIOS[only] ?? only) : null;
  const date = toIsoDay(firstValue(tablesOf(tables, 'N_CARTE_INOND_S')[0], 'DATAPPRO'));
  const stem = source.name.replace(/^N_(TRI_)?/i, '');
  return {
    id: layerId(`tri_${stem}`),
    described: {
      title: floodTitle(schema.title, scenario, area),
      abstract: floodAbstract(area),
      keywords: FLOOD_KEYWORDS,
      inspireTheme: 'nz',
      ...(date && { date }),
    },
  };
}
