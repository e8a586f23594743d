import type { Territory } from '../../../domain/catalogue.ts';
import type { Value } from '../../../domain/feature.ts';
import { DOCUMENT_STATES } from '../../../domain/nomenclature/planning-documents.ts';
import type { SchemaField } from '../../standards/table-schema.ts';
import {
  joinedNote,
  PLANNING_KEYWORDS,
  type PlanningFacts,
  planningAbstract,
  planningTitle,
} from '../../strings/delivery.ts';
import { joinColumns, withColumn } from '../join-columns.ts';
import { layerId } from '../layer-id.ts';
import { type OfficialSet, type Proposal, toIsoDay } from '../official-set.ts';
import { firstValue, officialValues } from '../official-values.ts';
import { type OfficialTable, type RecognisedTable, tablesOf } from '../recognised-table.ts';

/**
 * A PLU, PLUi, POS or carte communale (CNIG PLU, § 4): every spatial table with the columns of DOC_URBA, found by IDURBA.
 * Tables of v2013 and v2014 have no IDURBA: they are of the document when there is only one. The id of a layer is the
 * name of its table for the territory's own document (`zone_urba`), else with the code of the place
 * (`zone_urba_41175`); a letter follows where one EPCI has several documents. A table that neither its name nor its rows
 * place keeps its name.
 */
export const PLANNING_DOCUMENT: OfficialSet = {
  kind: 'cnig-plu',
  family: 'cnig-plu/',
  join: joinDocuments,
  propose,
};

function joinDocuments(tables: readonly RecognisedTable[]): RecognisedTable[] {
  const documents = tablesOf(tables, 'DOC_URBA');
  const version = versionOf(tables, documents);
  return tables.map((table) => {
    if (!isSpatial(table) || documents.length === 0) return table;
    const found = officialValues(table, 'IDURBA') ? table : withOnlyDocument(table, documents);
    const joined = joinColumns(found, { from: documents, local: 'IDURBA', foreign: 'IDURBA' });
    return { ...joined, madeFor: joined.madeFor ?? version };
  });
}

function isSpatial({ schema }: RecognisedTable): boolean {
  return Boolean(schema?.id.startsWith(PLANNING_DOCUMENT.family) && schema.geometry !== null);
}

/**
 * The version of the whole: that of its zones, which tell it best; those of v2022 and v2024 have today's columns, but
 * DOC_URBA has not.
 */
function versionOf(
  tables: readonly RecognisedTable[],
  documents: readonly OfficialTable[],
): string | null {
  const [zones] = tablesOf(tables, 'ZONE_URBA');
  const isFormer = documents.some(({ madeFor }) => madeFor !== null);
  return zones?.madeFor ?? (isFormer ? 'v2022 ou v2024' : null);
}

/** The table with the IDURBA of the only document that there is. */
function withOnlyDocument(
  table: RecognisedTable,
  documents: readonly OfficialTable[],
): RecognisedTable {
  const ids = documents.flatMap((document) => officialValues(document, 'IDURBA') ?? []);
  const [only] = ids;
  if (ids.length !== 1 || only === null || only === undefined) return table;
  const official = table.schema?.fields.find(({ name }) => name === 'IDURBA');
  const values = table.source.table.geometry.kinds;
  const field: SchemaField = {
    name: 'IDURBA',
    label: official?.label ?? 'IDURBA',
    type: 'text',
    presence: 'optional',
    description: joinedNote('DOC_URBA', 'IDURBA'),
  };
  return withColumn(table, { field, values: Array.from(values, (): Value => String(only)) });
}

function propose(
  table: OfficialTable,
  tables: readonly RecognisedTable[],
  territory: Territory | null,
): Proposal {
  const idurba = firstValue(table, 'IDURBA');
  const { code, letter } = placeOf(table, idurba);
  const isOwn = code === null || code === territory?.siren;
  const document = documentOf(tablesOf(tables, 'DOC_URBA'), idurba);
  const facts = factsOf(document, idurba, isOwn ? null : code);
  const { table: name, title } = table.schema;
  const isNamed = code !== null || table.schema.naming?.test(table.source.name);
  const parts = [isNamed ? name : table.source.name, isOwn ? null : code, letter];
  return {
    id: layerId(parts.filter(Boolean).join('_')),
    described: {
      title: planningTitle(name, title, facts),
      abstract: planningAbstract(facts),
      keywords: PLANNING_KEYWORDS,
      inspireTheme: 'lu',
      scale: CAPTURE_SCALE,
      ...(facts.date && { date: facts.date }),
      ...(isOwn && code && territory && { producer: territory.name }),
    },
  };
}

/** Denominator of the scale at which documents are drawn (CNIG PLU, § quality). */
const CAPTURE_SCALE = 2000;

/** Column values of one document. */
type Document = (field: string) => string | null;

function documentOf(documents: readonly OfficialTable[], idurba: string | null): Document {
  for (const table of documents) {
    const ids = officialValues(table, 'IDURBA') ?? [];
    const row = idurba === null && ids.length === 1 ? 0 : ids.map(String).indexOf(idurba ?? '');
    if (row < 0) continue;
    return (field) => {
      const value = officialValues(table, field)?.[row] ?? null;
      return value === null ? null : String(value);
    };
  }
  return () => null;
}

function factsOf(document: Document, idurba: string | null, place: string | null): PlanningFacts {
  const state = document('ETAT');
  return {
    type: document('TYPEDOC') ?? idurba?.match(/_([A-Za-z]+)_/)?.[1] ?? null,
    place,
    date: toIsoDay(document('DATAPPRO') ?? idurba?.match(/(\d{8})(_[A-Z])?$/)?.[1] ?? null),
    procedure: document('NOMPROC'),
    state: state && (DOCUMENT_STATES[state] ?? null),
  };
}

/** INSEE code or SIREN of the place, and the letter of its document: of IDURBA, else of the table or of its folder. */
function placeOf(
  { source }: OfficialTable,
  idurba: string | null,
): { code: string | null; letter: string | null } {
  const folder = source.path.split('/').find((part) => FOLDER.test(part));
  const code = [idurba?.match(IDURBA), source.name.match(TABLE), folder?.match(FOLDER)]
    .map((match) => match?.[1])
    .find(Boolean);
  return { code: code ?? null, letter: idurba?.match(/_\d{8}_([A-Z])$/)?.[1] ?? null };
}

const IDURBA = /^(\d{9}|\d[\dAB]\d{3})_?(?:[A-Za-z]+_)?\d{8}(?:_[A-Z])?$/;
const TABLE = /^(\d{9}|\d[\dAB]\d{3})_/;
const FOLDER = /^(\d{9}|\d[\dAB]\d{3})_(?:PLUi?|POS|CC|PSMV)_\d{8}/i;
