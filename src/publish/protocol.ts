import type { Catalogue } from '../domain/catalogue.ts';
import type { ErrorData } from '../domain/errors.ts';
import type { GeometryFamily, LayerMeta, LayerStyle } from '../domain/layer.ts';
import type { LayerDiff } from '../domain/layer-diff.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Issue } from './issue.ts';
import type { PrepareStep } from './prepare.ts';
import type { SourceFile } from './source-file.ts';
import type { EncodedLayer } from './write/encode-layer.ts';

/** What is served where the page is: what a publication is held against. */
export interface PublishSite {
  catalogue: Catalogue;
  /** Absolute address of the folder that the site is served from, with a slash at its end. */
  baseUrl: string;
  /** Today, `YYYY-MM-DD`. */
  today: string;
}

/** A table that can become a layer, before anybody has chosen anything. */
export interface TableSummary {
  /** Proposed id of the layer. */
  id: string;
  /** Name of the table and path of its file. */
  name: string;
  path: string;
  rows: number;
  family: GeometryFamily | null;
  /** What the file says; null when it says nothing. */
  crs: string | null;
  /** Id of the official schema that the table follows; null for none. */
  schema: string | null;
  /** The official schemas for tables of its geometry, its own included. */
  schemas: { id: string; standard: string; title: string }[];
  title: string | null;
  fields: string[];
}

/** What was handed over. */
export interface DeliverySummary {
  kind: Delivery['kind'];
  layers: TableSummary[];
  /** Tables without geometry. */
  tables: { name: string; rows: number }[];
  files: string[];
}

/** How one table is to be taken. */
export interface LayerChoice {
  /** Its place in `DeliverySummary.layers`. */
  index: number;
  id: string;
  /** CRS to believe when the file names none. */
  crs: string | null;
  /** Columns to publish though they look personal. */
  keep: string[];
  /** Id of the official schema to hold it against; null for none. */
  schema: string | null;
}

/** A layer that is ready to be written unless its issues forbid it, without its rows: these stay in the worker. */
export interface PreparedReport {
  kind: 'ready';
  index: number;
  id: string;
  meta: LayerMeta;
  rows: number;
  issues: Issue[];
  /** Against what is published; null for a new layer. */
  diff: LayerDiff | null;
  /** The symbology of the standard, where there is one. */
  officialStyle: LayerStyle | null;
}

/** What became of one table. */
export type LayerReport =
  | PreparedReport
  | { kind: 'failed'; index: number; id: string; error: ErrorData };

/** A layer as the publisher leaves it. */
export interface FinishedLayer {
  index: number;
  meta: LayerMeta;
  /** Rule → number of warnings accepted. */
  accepted: Record<string, number>;
}

/** Message name → what it asks and what it gives. */
export interface PublishMessages {
  /** Reads files; what was read before is forgotten once they are, and stays when they cannot be. */
  read: { request: { files: SourceFile[]; site: PublishSite }; response: DeliverySummary };
  /** Prepares tables: only those whose choice is another than the last time are prepared anew. */
  prepare: { request: { choices: LayerChoice[] }; response: LayerReport[] };
  /** The file of a prepared layer under a description of it. */
  encode: { request: { index: number; meta: LayerMeta }; response: EncodedLayer };
  /** The issues of the prepared layers as a layer of points, those that have a place; null when none has. */
  encodeIssues: { request: { indexes: number[]; id: string }; response: EncodedLayer | null };
  /** The bundle of some prepared layers. */
  bundle: { request: { layers: FinishedLayer[] }; response: Uint8Array<ArrayBuffer> };
}

/** Name of a message. */
export type PublishMessageName = keyof PublishMessages;

/** What goes to the worker. */
export type ToPublisher = {
  [N in PublishMessageName]: { id: number; name: N; request: PublishMessages[N]['request'] };
}[PublishMessageName];

/** What comes back: one `done` or `failed` for each request, any number of `step` before it. */
export type FromPublisher =
  | { id: number; kind: 'step'; step: PrepareStep }
  | { id: number; kind: 'done'; response: unknown }
  | { id: number; kind: 'failed'; error: ErrorData };
