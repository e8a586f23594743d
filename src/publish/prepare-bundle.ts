import { noGeometry } from '../geo/no-geometry.ts';
import { memorySource } from '../loaders/byte-source.ts';
import { readGeoParquet } from '../loaders/geoparquet.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import type { Bundle, BundledLayer, BundledTable } from './bundle.ts';
import { compareLayer } from './compare-layer.ts';
import type { Delivery, DraftLayer } from './delivery/delivery.ts';
import type { Finding } from './issue.ts';
import type { Preparation, PreparedLayer, PublishContext } from './prepare.ts';
import type { SourceTable } from './read/source.ts';
import { validate } from './validate/validate.ts';
import { versionOf } from './write/encode-layer.ts';

/**
 * What `prepare` gives, of a bundle: its layers as their publisher described them, held again against every rule and
 * compared with what is published here. Encoding a layer gives the very file of the bundle.
 * @throws {AppError} `layer-invalid` when a file of the bundle is no GeoParquet with the fields that its layer names.
 */
export async function prepareBundle(bundle: Bundle, context: PublishContext): Promise<Preparation> {
  const opened = [];
  for (const layer of bundle.layers) opened.push({ layer, table: await readTable(layer) });
  const delivery = deliveryOf(bundle, opened);
  const layers: PreparedLayer[] = [];
  for (const [done, { layer, table }] of opened.entries()) {
    const { meta } = layer;
    context.signal?.throwIfAborted();
    context.onStep?.({ step: 'check', name: meta.id, done, total: opened.length });
    layers.push(await prepareLayer(layer, table, delivery, context));
  }
  return { delivery, layers };
}

async function prepareLayer(
  layer: BundledLayer,
  table: LayerTable,
  delivery: Delivery,
  context: PublishContext,
): Promise<PreparedLayer> {
  const { meta, schema, madeFor, keep } = layer;
  const before = await context.published(meta.id);
  const ground = { ...context, meta, table, schema, madeFor, delivery, before, keep };
  const served = before?.version ?? null;
  const findings = [...layer.findings, ...(await versionFindings(layer, served))];
  const issues = await validate(ground, findings);
  return { meta, table, issues, diff: compareLayer(before, meta, table) };
}

/** That somebody published the layer since the bundle was made: what its publisher compared it with is not served any more. */
async function versionFindings(
  { comparedWith, data }: BundledLayer,
  served: string | null,
): Promise<Finding[]> {
  if (served === comparedWith || served === (await versionOf(data))) return [];
  const facts = { comparedWith, served };
  return [{ rule: 'source.version-changed', row: null, place: null, facts }];
}

async function readTable({ meta, data }: BundledLayer): Promise<LayerTable> {
  const names = meta.fields.map(({ name }) => name);
  const { geometry, columns } = await readGeoParquet(memorySource(meta.id, data), names);
  return { geometry, columns };
}

function deliveryOf(
  { delivery }: Bundle,
  opened: { layer: BundledLayer; table: LayerTable }[],
): Delivery {
  const layers = opened.map(
    ({ layer: { meta, schema, madeFor }, table }): DraftLayer => ({
      id: meta.id,
      source: {
        name: meta.id,
        path: meta.id,
        table: { ...table, faults: [] },
        fields: meta.fields,
        crs: 'OGC:CRS84',
        findings: [],
      },
      schema,
      madeFor,
      described: meta,
    }),
  );
  return { ...delivery, layers, tables: delivery.tables.map(tableOf) };
}

function tableOf({ columns, ...table }: BundledTable): SourceTable {
  const length = Object.values(columns)[0]?.length ?? 0;
  const geometry = noGeometry(length);
  return { ...table, table: { geometry, columns, faults: [] }, crs: null, findings: [] };
}
