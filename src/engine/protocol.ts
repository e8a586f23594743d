import type { Answer } from '../domain/answer.ts';
import type { AnswerChange } from '../domain/answer-change.ts';
import type { Bin, RowFilter, ViewQuery, ViewResult } from '../domain/answer-view.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Change } from '../domain/change.ts';
import type { MetricCrs } from '../domain/crs.ts';
import type { ErrorData } from '../domain/errors.ts';
import type { Feature, Place, Value } from '../domain/feature.ts';
import type { LayerFaults } from '../domain/geometry-fault.ts';
import type { Criterion, Impact } from '../domain/impact.ts';
import type { Layer } from '../domain/layer.ts';
import type { LayerDiff } from '../domain/layer-diff.ts';
import type { LeastParcels, LeastParcelsRequest } from '../domain/least-parcels.ts';
import type { ParcelSheet, SheetLine } from '../domain/parcel-sheet.ts';
import type { Preview } from '../domain/preview.ts';
import type { Progress } from '../domain/progress.ts';
import type { Question } from '../domain/question.ts';
import type { Explanation } from '../domain/reason.ts';
import type { Shape, ShapeGeometry } from '../domain/shape.ts';
import type { ShapeFacts } from '../domain/shape-facts.ts';
import type { SqlPlan, SqlResult } from '../domain/sql-result.ts';
import type { Extent, LngLat } from '../domain/units.ts';
import type { LayerInView } from '../domain/view-contents.ts';
import type { DrawMesh, MeshParts } from '../geo/draw-mesh.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import type { TilePlace } from '../geo/tiles/cut-tile.ts';

/** Features ready to be drawn. Geometry is in degrees, longitude first. */
export interface DrawBatch {
  geometry: GeometryColumn;
  /** Row of each feature in the layer's file. */
  rows: Uint32Array;
  /** Values of the fields that were asked for, one array a field, one value a row. */
  columns: Record<string, Value[]>;
}

/** One row group of a layer that is drawn by extent, made ready for the graphics card. */
export interface DrawTile extends DrawBatch {
  rowGroup: number;
  mesh: DrawMesh;
}

/** Features that an answer found, made ready for the graphics card where that was asked for. */
export interface AnswerBatch extends DrawBatch {
  mesh?: DrawMesh;
}

/** Asks for row groups of a layer to be drawn. */
export interface ExtentRequest extends MeshParts {
  layer: string;
  /** Degrees. */
  extent: Extent;
  fields: string[];
  /** Row groups that are there already. */
  held: number[];
}

/** Asks for one tile of a layer, with some of its fields. */
export interface TileRequest {
  layer: string;
  fields: string[];
  place: TilePlace;
}

/** How to sort the rows of an answer: by an attribute of the layer or by a measure column. */
export interface Sort {
  column: string;
  descending: boolean;
}

/** The geometries of a column of a result, in degrees, in the order of its rows. */
export interface SqlShapes {
  geometry: GeometryColumn;
  extent: Extent | null;
  /** Rows that have a geometry which cannot be placed on the map, by why: its CRS cannot be told, or it is no geometry that is drawn. */
  unplaced: { crs: number; kind: number };
}

/** Two versions of one layer, each as the catalogue had it. */
export interface VersionPair {
  from: Layer;
  to: Layer;
}

/** Features of two versions, by their rows in the files. */
export interface ChangedRows {
  pair: VersionPair;
  before: number[];
  now: number[];
}

/** What differs between two versions, ready to be drawn. */
export interface DiffShapes {
  /** The features that differ, each with its `change`: a `ChangeKind`, or `before` for the old shape of one that moved. */
  changes: DrawBatch;
  /** The features that are the same in both. */
  unchanged: DrawBatch;
}

/** One feature of one version. */
export interface VersionFeature {
  attributes: Record<string, Value>;
  geometry: GeometryColumn;
  /** Box in degrees; null for a feature without geometry. */
  extent: Extent | null;
}

/** A request about a layer: in the version that is served, or in `version`, another entry of the same layer. */
export interface OfVersion {
  version?: Layer;
}

/** Message name → what it asks and what it gives. The one place where the worker's protocol is written. */
export interface EngineMessages {
  /** Gives the engine its catalogue; must come first. Given again, what was read and answered is forgotten. */
  open: { request: { catalogue: Catalogue; baseUrl: string }; response: null };
  /**
   * Adds to the catalogue a layer whose file is in memory; its path is an address of its own (`temporary:…`). It stays when
   * the engine is opened again.
   */
  hold: { request: { layer: Layer; data: Uint8Array<ArrayBuffer> }; response: null };
  /** Forgets a layer that was held, and gives its memory back. */
  release: { request: { layer: string }; response: null };
  /** A whole layer, with the given fields, to be drawn. */
  drawLayer: { request: OfVersion & { layer: string; fields: string[] }; response: DrawBatch };
  /** Reads a layer of which tiles will be asked for. */
  openTiles: { request: OfVersion & { layer: string }; response: null };
  /** One tile of a layer as a Mapbox Vector Tile; see `encodeTile`. */
  layerTile: { request: OfVersion & TileRequest; response: Uint8Array<ArrayBuffer> };
  /** The row groups of a large layer that meet an extent (degrees), less those already held. */
  drawExtent: {
    request: OfVersion & ExtentRequest;
    response: DrawTile[];
  };
  /**
   * Features of the layers within `radius` metres of a point, topmost layer first, and the layers that could not be read. With a
   * `version`, of its layer alone.
   */
  identify: {
    request: OfVersion & { at: LngLat; radius: number; layers: string[] };
    response: { features: Feature[]; failures: { layer: string; error: ErrorData }[] };
  };
  /**
   * What an extent (degrees) holds of each of the layers, in their order, with the `listed` features of each that are nearest to
   * `from`. Reads the row groups that meet the extent, no others.
   */
  inView: {
    request: { extent: Extent; from: LngLat; layers: string[]; listed: number };
    response: LayerInView[];
  };
  /** The feature of that key, or null. */
  feature: { request: OfVersion & { layer: string; key: string }; response: Feature | null };
  /** Geometry of one feature, to be highlighted. */
  featureGeometry: {
    request: OfVersion & { layer: string; row: number };
    response: GeometryColumn;
  };
  /** Places whose title holds the text (accents and case folded), or the parcel of that number; at most `limit`. */
  search: { request: { text: string; limit: number }; response: Place[] };
  /** Distinct values of a field with their counts, most frequent first. */
  fieldValues: {
    request: { layer: string; field: string };
    response: { value: Value; count: number }[];
  };
  /** Features whose geometry could not be read; with `check` also those whose geometry breaks a rule of the OGC. */
  layerFaults: { request: { layer: string; check: boolean }; response: LayerFaults };
  /** What differs between two versions of a layer; both files are read whole. */
  diff: { request: VersionPair; response: LayerDiff };
  /** The features of two versions, told apart by what happened to them, to be drawn. */
  diffShapes: { request: VersionPair; response: DiffShapes };
  /** Features that came in (`added`, of the later version) and went out (`removed`), to be drawn; no other is `unchanged`. */
  changedShapes: { request: ChangedRows; response: DiffShapes };
  /** The change between two versions within `radius` metres of a point, or null. */
  changeAt: {
    request: { pair: VersionPair; at: LngLat; radius: number };
    response: Change | null;
  };
  /** One feature of a version, by its row in that version's file. */
  versionFeature: { request: { layer: Layer; row: number }; response: VersionFeature };
  /** Answers a question; the answer stays in the engine until the next one. */
  ask: { request: { question: Question }; response: Answer };
  /** What a question would find, by its figures alone; the answer that is held stays. */
  preview: { request: { question: Question }; response: Preview };
  /** Why a feature of an answer is there, or why another of its layer is not. */
  explain: { request: { answer: string; row: number }; response: Explanation };
  /**
   * Runs one statement that reads, over the views of the layers that it names; see `SqlDesk`. Its errors have their place
   * in the statement.
   */
  sql: { request: { sql: string }; response: SqlResult };
  /** How a statement is run; `isAnalysed` runs it, and tells the time of each step. */
  sqlPlan: { request: { sql: string; isAnalysed: boolean }; response: SqlPlan };
  /** The geometries of a column (by its place) of a result, an Arrow IPC stream. */
  sqlShapes: { request: { ipc: Uint8Array; column: number }; response: SqlShapes };
  /**
   * Rows `offset` to `offset + limit` of those that `filters` keep of an answer, sorted, as an Arrow IPC stream: `__row`, the
   * layer's fields, the measure columns.
   */
  answerRows: {
    request: {
      answer: string;
      offset: number;
      limit: number;
      sort: Sort | null;
      filters?: RowFilter[];
    };
    response: Uint8Array;
  };
  /** Geometry of the features that `filters` keep of an answer, in file order, to be exported or, `isMeshed`, drawn. */
  answerGeometry: {
    request: { answer: string; filters?: RowFilter[]; isMeshed?: boolean };
    response: AnswerBatch;
  };
  /** Sums, groups and charts of the rows that `filters` keep of an answer. */
  answerView: {
    request: { answer: string; filters: RowFilter[]; query: ViewQuery };
    response: ViewResult;
  };
  /**
   * A question answered over other versions of some layers, as their catalogue had them, beside those that are served, and what
   * differs. The answer that is held stays.
   */
  answerChange: {
    request: { question: Question; versions: Record<string, Layer> };
    response: AnswerChange;
  };
  /** How the numbers of a field, or the sizes (m², m) of its features, spread over a whole layer, for the slider of a condition. */
  distribution: {
    request: { layer: string; field: string | null; bins: number };
    response: { bins: Bin[]; missing: number };
  };
  /** A shape given in degrees or in `crs`, or the outline of a feature: in degrees, checked and measured. */
  readShape: {
    request: ({ geometry: ShapeGeometry; crs?: MetricCrs } | { layer: string; key: string }) & {
      around?: number;
    };
    response: { geometry: ShapeGeometry; facts: ShapeFacts };
  };
  /** The adjacent whole parcels of a sector that reach an area for the least of what is spared; null when none do. */
  leastParcels: { request: LeastParcelsRequest; response: LeastParcels | null };
  /** What lies on and around a feature with a surface, line by line. */
  parcelSheet: {
    request: { layer: string; key: string; lines: SheetLine[] };
    response: ParcelSheet;
  };
  /** What shapes touch together, by criterion; `halfWidth` is metres on either side of lines. */
  impact: {
    request: { shapes: Shape[]; halfWidth: number; criteria: Criterion[] };
    response: Impact;
  };
}

/** Name of a message. */
export type MessageName = keyof EngineMessages;

/** What goes to the worker. */
export type ToWorker =
  | {
      [N in MessageName]: {
        id: number;
        name: N;
        request: EngineMessages[N]['request'];
        /** Address of the `CancelMark` of what may compute without a pause. */
        cancelMark?: string;
      };
    }[MessageName]
  | { id: number; name: 'cancel' };

/** What comes back: one `done` or `failed` for each request, any number of `progress` before it. */
export type FromWorker =
  | { id: number; kind: 'progress'; progress: Progress }
  | { id: number; kind: 'done'; response: unknown }
  | { id: number; kind: 'failed'; error: ErrorData | 'aborted' };

/** The engine as its callers see it: one typed call, with a signal to cancel and a listener for progress. */
export interface Engine {
  call<N extends MessageName>(
    name: N,
    request: EngineMessages[N]['request'],
    options?: { signal?: AbortSignal; onProgress?: (progress: Progress) => void },
  ): Promise<EngineMessages[N]['response']>;
}
