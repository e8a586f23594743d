import type { Territory } from '../../domain/catalogue.ts';
import { AppError } from '../../domain/errors.ts';
import type { LayerMeta } from '../../domain/layer.ts';
import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import type { SourceTable } from '../read/source.ts';
import type { SourceFile } from '../source-file.ts';
import { recogniseSchema } from '../standards/recognise-schema.ts';
import type { Delivery, DraftLayer } from './delivery.ts';
import { type DeliveryMetadata, readDeliveryMetadata } from './delivery-metadata.ts';
import { fitSchema } from './fit-schema.ts';
import { fitTypes } from './fit-types.ts';
import { layerId } from './layer-id.ts';
import { mendAxes } from './mend-axes.ts';
import type { OfficialSet, Proposal } from './official-set.ts';
import type { OfficialTable, RecognisedTable } from './recognised-table.ts';
import { COVADIS_RISK_PLAN } from './sets/covadis-risk-plan.ts';
import { FLOOD_DIRECTIVE } from './sets/flood-directive.ts';
import { PLANNING_DOCUMENT } from './sets/planning-document.ts';
import { RISK_PLAN } from './sets/risk-plan.ts';
import { SERVITUDES } from './sets/servitudes.ts';

/**
 * What a set of tables is: an official delivery that is taken whole, its tables joined to their document and described,
 * else tables each on its own. Tables without a row are listed, not made layers. The delivery's ISO record tells more
 * than its tables, but for titles and standards.
 * @throws {AppError} `source-unreadable` when no table has a geometry: reason `template` when official tables are all
 * empty, else `no-geometry`.
 */
export async function recogniseDelivery(
  tables: readonly SourceTable[],
  files: readonly SourceFile[],
  territory: Territory | null = null,
): Promise<Delivery> {
  const recognised = tables.filter(({ name }) => !NOT_DATA.test(name)).map(recognise);
  const set = SETS.find(({ family }) => recognised.some((table) => isOf(family, table))) ?? null;
  const joined = set ? set.join(recognised) : recognised;
  const spatial = joined.filter(({ source }) => hasGeometry(source));
  if (spatial.length === 0) throw nothingToDraw(recognised, files);
  const metadata = readDeliveryMetadata(files);
  const layers = spatial.map((table) => draft(table, set, recognised, territory, metadata));
  return {
    kind: set?.kind ?? 'tables',
    layers: withOwnIds(layers),
    tables: recognised.flatMap(({ source }) => (hasGeometry(source) ? [] : [source])),
    files: files.map(({ path }) => path),
  };
}

/** Official deliveries that are taken whole. A new one is a file in `sets/` and a line here. */
const SETS: readonly OfficialSet[] = [
  PLANNING_DOCUMENT,
  SERVITUDES,
  RISK_PLAN,
  COVADIS_RISK_PLAN,
  FLOOD_DIRECTIVE,
];

/** Tables that GeoPackages keep for themselves. */
const NOT_DATA = /^(layer_styles|qgis_projects)$/i;

function recognise(source: SourceTable): RecognisedTable {
  const found = recogniseSchema(source);
  if (!found) return { source, schema: null, madeFor: null };
  const placed = found.schema.id.startsWith(LATITUDE_FIRST) ? mendAxes(source) : source;
  return { source: fitTypes(placed, found.schema), ...found };
}

/** Schemas whose own example writes latitude first. */
const LATITUDE_FIRST = 'friches/';

function isOf(family: string, { schema }: RecognisedTable): boolean {
  return schema?.id.startsWith(family) ?? false;
}

/** Also where every geometry is unreadable: such a table is not one of attributes, and may not pass for one. */
function hasGeometry({ table }: SourceTable): boolean {
  return (
    table.faults.length > 0 || table.geometry.kinds.some((kind) => kind !== GEOMETRY_KIND.none)
  );
}

function nothingToDraw(tables: readonly RecognisedTable[], files: readonly SourceFile[]): AppError {
  const rows = countRows(tables);
  const official = tables.filter(({ schema }) => schema !== null);
  const isSpatial = official.some(({ schema }) => schema?.geometry !== null);
  const isTemplate = isSpatial && countRows(official) === 0;
  const [first] = tables;
  const context = {
    source:
      (isTemplate ? first?.source.path.split('/')[0] : first?.source.path) ?? files[0]?.path ?? '',
    reason: isTemplate ? 'template' : 'no-geometry',
    rows,
    tables: isTemplate ? official.length : tables.length,
  };
  return new AppError('source-unreadable', `no geometry in ${tables.length} tables`, context);
}

function countRows(tables: readonly RecognisedTable[]): number {
  return tables.reduce((sum, { source }) => sum + source.table.geometry.length, 0);
}

function draft(
  table: RecognisedTable,
  set: OfficialSet | null,
  tables: readonly RecognisedTable[],
  territory: Territory | null,
  metadata: DeliveryMetadata,
): DraftLayer {
  const { source, madeFor } = table;
  const isOfSet = set !== null && isOf(set.family, table);
  const proposal = isOfSet
    ? set.propose(table as OfficialTable, tables, territory)
    : { id: layerId(source.name), described: {} };
  return {
    id: proposal.id,
    source: { ...source, findings: [...source.findings, ...brokenRecords(metadata)] },
    schema: fitSchema(table),
    madeFor,
    described: { ...proposal.described, ...told(proposal, metadata, source.path) },
  };
}

function brokenRecords({ broken }: DeliveryMetadata): SourceTable['findings'] {
  return broken.map((file) => {
    return { rule: 'source.metadata-unreadable', row: null, place: null, facts: { file } };
  });
}

/** What the ISO record says of the whole delivery: its abstract follows that of the layer. */
function told(
  { described }: Proposal,
  metadata: DeliveryMetadata,
  path: string,
): Partial<LayerMeta> {
  const { title, standard: _s, sourceCrs: _c, abstract, ...rest } = metadata.of(path);
  const texts = [described.abstract, abstract].filter(Boolean);
  return {
    ...rest,
    ...(texts.length > 0 && { abstract: texts.join(' ') }),
    ...(title && !described.title && { title }),
    ...(rest.keywords && {
      keywords: [...new Set([...(described.keywords ?? []), ...rest.keywords])],
    }),
  };
}

/** Layers of one delivery have different ids: a number follows that of the second and later ones. */
function withOwnIds(layers: readonly DraftLayer[]): DraftLayer[] {
  const seen = new Map<string, number>();
  return layers.map((layer) => {
    const count = (seen.get(layer.id) ?? 0) + 1;
    seen.set(layer.id, count);
    return count === 1 ? layer : { ...layer, id: `${layer.id}_${count}` };
  });
}
