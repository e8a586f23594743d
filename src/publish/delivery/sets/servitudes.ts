import { SERVITUDE_KEYWORDS, servitudeAbstract, servitudeTitle } from '../../strings/delivery.ts';
import { joinColumns } from '../join-columns.ts';
import { layerId } from '../layer-id.ts';
import { type OfficialSet, type Proposal, toIsoDay } from '../official-set.ts';
import { firstValue, officialValues } from '../official-values.ts';
import { type OfficialTable, type RecognisedTable, tablesOf } from '../recognised-table.ts';

/**
 * Servitudes d'utilité publique (CNIG SUP): générateurs with their servitude and its acts, assiettes with those of their
 * générateur. The id of a layer is the name of its table with the keeper, categories and mesh of the delivery's folder
 * (`assiette_sup_s_172014607_ac1_2a`), or those of its SERVITUDE table.
 */
export const SERVITUDES: OfficialSet = {
  kind: 'cnig-sup',
  family: 'cnig-sup/',
  join: joinServitudes,
  propose,
};

function joinServitudes(tables: readonly RecognisedTable[]): RecognisedTable[] {
  const generators = tablesOf(tables, 'GENERATEUR_SUP');
  return tables.map((table) => {
    if (table.schema?.table.startsWith('GENERATEUR_SUP')) return withServitude(table, tables);
    if (!table.schema?.table.startsWith('ASSIETTE_SUP')) return table;
    const found = joinColumns(table, {
      from: generators,
      local: 'idGen',
      foreign: 'idGen',
      take: { idSup: 'idSup', nomGen: 'nomGen', typeGen: 'typeGen' },
    });
    return withServitude(found, tables);
  });
}

function withServitude(
  table: RecognisedTable,
  tables: readonly RecognisedTable[],
): RecognisedTable {
  const servitudes = { local: 'idSup', foreign: 'idSup' };
  const named = joinColumns(table, {
    ...servitudes,
    from: tablesOf(tables, 'SERVITUDE'),
    take: SERVITUDE_FIELDS,
  });
  const acts = tablesOf(tables, 'SERVITUDE_ACTE_SUP').map(
    (relation) =>
      joinColumns(relation, {
        from: tablesOf(tables, 'ACTE_SUP'),
        local: 'idActe',
        foreign: 'idActe',
        take: ACT_FIELDS,
      }) as OfficialTable,
  );
  const withActs = joinColumns(named, {
    ...servitudes,
    from: acts.map(withJoinedFields),
    origin: 'ACTE_SUP',
    take: ACT_FIELDS,
  });
  return joinColumns(withActs, {
    from: tablesOf(tables, 'GESTIONNAIRE_SUP'),
    local: 'idGest',
    foreign: 'idGest',
    take: { nomGest: 'nomGest' },
  });
}

/** A table whose joined columns can be joined further. */
function withJoinedFields(table: OfficialTable): OfficialTable {
  const { fields, joinedFields = [] } = table.schema;
  return { ...table, schema: { ...table.schema, fields: [...fields, ...joinedFields] } };
}

/** What tells of a servitude, but for the persons who drew it. */
const SERVITUDE_FIELDS = same(
  'nomSupLitt',
  'categorie',
  'idGest',
  'descriptio',
  'nomReg',
  'urlReg',
  'dateMaj',
);
const ACT_FIELDS = same('nomActe', 'typeActe', 'decision', 'dateDecis', 'fichier', 'urlActe');

function same(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

function propose(table: OfficialTable, tables: readonly RecognisedTable[]): Proposal {
  const servitudes = tablesOf(tables, 'SERVITUDE');
  const values = (field: string) => servitudes.flatMap((one) => officialValues(one, field) ?? []);
  const categories = [...new Set(values('categorie').map(String))].sort();
  const { source, schema } = table;
  const folder = source.path
    .split('/')
    .find((part) => FOLDER.test(part))
    ?.match(FOLDER);
  const mark = folder?.[1] ?? [...new Set(values('idGest').map(String)), ...categories].join('_');
  const date = toIsoDay(folder?.[2] ?? null);
  const keeper = firstValue(tablesOf(tables, 'GESTIONNAIRE_SUP')[0], 'nomGest');
  return {
    id: layerId([schema.table, mark].filter(Boolean).join('_')),
    described: {
      title: servitudeTitle(schema.title, categories),
      ...(servitudes.length > 0 && {
        abstract: servitudeAbstract(values('idSup').length, keeper),
      }),
      keywords: SERVITUDE_KEYWORDS,
      inspireTheme: 'am',
      ...(date && { date }),
      ...(keeper && { producer: keeper }),
    },
  };
}

/** Keeper, category, mesh and date: `172014607_AC1_2A_20180130`; since 2016b without category. */
const FOLDER = /^(\d{9}(?:_[A-Z]+\d*[A-Z]*)?_[\dA-Z]{2,9})_(\d{8})/i;
