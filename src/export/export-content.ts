import type { MetricCrs, NationalCrs } from '../domain/crs.ts';
import type { Value } from '../domain/feature.ts';
import type { FieldType, GeometryFamily } from '../domain/layer.ts';
import type { Gdal } from '../gdal/gdal.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';

/** A column of a table that is taken away. */
export interface ExportColumn {
  /** As the standard spells it: the heading in files of data. */
  name: string;
  /** As a reader sees it: the heading in documents. */
  label: string;
  unit?: string;
  type: FieldType;
  /** Official code → French meaning: documents write both, files of data the code alone. */
  codes?: Record<string, string>;
  /** Made for this question: where room is short, a document prints it before what the layer has anyway. */
  isMeasure?: boolean;
  /** What a reader knows a row by, besides its key: its name, its commune. */
  isName?: boolean;
}

/** A condition that rows met, or the heading of a group of them. */
export interface ExportCriterion {
  /** How deep it stands in groups, from 0. */
  level: number;
  /** French sentence. */
  text: string;
  /** How it is measured and on which data; null for the heading of a group. */
  meaning: string | null;
}

/** Where the figures come from. */
export interface ExportSource {
  title: string;
  producer: string;
  licence: string;
  /** ISO day of the data. */
  date: string;
  /** Version of the file that was read. */
  version: string;
}

/**
 * A table to take away with all that says where it comes from: the answer to a question, the rows of a statement, a
 * comparison. Every writer writes all of its rows, in this order.
 */
export interface ExportContent {
  /** Stem of the file's name, without accents or spaces: `arpent-parcelles`. */
  name: string;
  /** French title, for documents. */
  title: string;
  /** What was asked, in one French sentence or one statement. */
  criteria: string;
  /** The same condition by condition, where there are some. */
  conditions?: ExportCriterion[];
  columns: ExportColumn[];
  rows: Value[][];
  /** Geometry of each row, degrees, longitude first; null for a table without any. */
  geometry: GeometryColumn | null;
  family: GeometryFamily | null;
  /** Name of the column that names a row uniquely, where there is one. */
  key: string | null;
  /** CRS that areas and lengths were measured in. */
  metricCrs: MetricCrs;
  sources: ExportSource[];
  /** French sentences that a reader of the file must know: simulated geometry, faulty rows, filters. */
  notes: string[];
  /** Address that gives the same answer again. */
  link: string;
}

/** CRS that a file of geometry may be written in: degrees, or the legal system of where the data are. */
export type ExportCrs = 'EPSG:4326' | NationalCrs;

/** What an export is doing: having its rows read, a library fetched, the map drawn, the file written. */
export type ExportStep = 'rows' | 'library' | 'map' | 'file';

/** What a writer is handed besides the content. */
export interface ExportWork {
  signal?: AbortSignal;
  onStep?: (step: ExportStep) => void;
  /** GDAL, which is fetched by its first call. */
  openGdal(): Promise<Gdal>;
}

/** A file that was written. */
export interface ExportFile {
  blob: Blob;
  /** French sentences: what the format could not hold as it was, and what was done instead. Empty when all went in. */
  remarks: string[];
}

/**
 * Writes all rows of a content in a CRS that the format holds.
 * @throws {AppError} `too-large` when the format cannot hold so much; it is the abort of `work.signal` when that is cancelled.
 */
export type WriteContent = (
  content: ExportContent,
  crs: ExportCrs,
  work: ExportWork,
) => Promise<ExportFile>;
