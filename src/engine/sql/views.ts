import type { MetricCrs } from '../../domain/crs.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { Side } from '../../geo/layer-index.ts';
import { wkbSize, writeWkbAt } from '../../geo/write-wkb.ts';
import { type Geos, loadGeos } from '../../geos/geos.ts';
import { ROW_COLUMN } from '../../loaders/to-arrow.ts';
import { macroOf, SQL_FUNCTIONS } from '../../sql/function-catalogue.ts';
import { quoteIdentifier } from '../../sql/quote.ts';
import type { Database } from '../database.ts';
import type { LayerStore } from '../layer-store.ts';
import { openTravel, type Travel } from '../travel/travel.ts';
import type { Work } from '../work.ts';
import { GeometryReader } from './geometries.ts';
import { geosFunctions } from './geos-functions.ts';
import { kernelFunctions } from './kernel-functions.ts';
import { VIEW_SCHEMA } from './session.ts';
import { travelFunctions } from './travel-functions.ts';
import type { VectorArgument, VectorFunction } from './vectors.ts';
import { wkbFunctions } from './wkb-functions.ts';

/**
 * The layers as SQL sees them: a view of each with its fields and `geom`, WKB in the metric CRS, written when a
 * statement uses it and never kept; and the functions. `__keyed_<layer>` is the same view with `ROW_COLUMN`, by which the
 * pairs of a join are joined.
 */
export class SqlViews {
  readonly #database: Database;
  readonly #columns: GeometryColumn[] = [];
  readonly #shown = new Set<string>();
  #geos: Geos | null = null;
  #travel: Travel | null = null;

  constructor(database: Database, metricCrs: MetricCrs) {
    this.#database = database;
    const reader = new GeometryReader();
    const geos = () => this.#geos as Geos;
    const functions = [
      this.#geometryFunction(),
      ...kernelFunctions(reader),
      ...wkbFunctions(metricCrs),
      ...geosFunctions(geos),
      ...travelFunctions(reader, () => this.#travel as Travel, geos),
    ];
    for (const target of functions) database.define(target);
    for (const entry of SQL_FUNCTIONS) database.query(macroOf(entry));
    for (const macro of TODAY) database.query(macro);
  }

  /** Makes GEOS ready for the functions that need it. @throws {AppError} as `loadGeos`. */
  async prepareGeos(): Promise<void> {
    this.#geos ??= await loadGeos();
  }

  /** Makes the network ready for the functions of travel, and gives it. @throws {AppError} as `openTravel`. */
  async prepareTravel(store: LayerStore, work: Work): Promise<Travel> {
    this.#travel = await openTravel(store, work);
    return this.#travel;
  }

  /** Shows a layer whose attributes are in the table of its id. */
  show(layer: string, metric: () => Side): void {
    if (this.#shown.has(layer)) return;
    this.#shown.add(layer);
    const number = this.#columns.push(metric().column) - 1;
    const keyed = `${VIEW_SCHEMA}.${quoteIdentifier(keyedView(layer))}`;
    const view = `${VIEW_SCHEMA}.${quoteIdentifier(layer)}`;
    this.#database.query(
      `CREATE VIEW ${keyed} AS SELECT *, __geom(${number}, "${ROW_COLUMN}"::INTEGER) AS geom FROM main.${quoteIdentifier(layer)}`,
    );
    this.#database.query(`CREATE VIEW ${view} AS SELECT * EXCLUDE ("${ROW_COLUMN}") FROM ${keyed}`);
  }

  #geometryFunction(): VectorFunction {
    return {
      name: '__geom',
      returns: 'bytes',
      evaluate: ([layer, row], count) => {
        const column = this.#columns[(layer as VectorArgument).number(0)] as GeometryColumn;
        const { number } = row as VectorArgument;
        const firsts = firstOccurrences(number, count);
        return {
          ...(firsts ? { firstLike: (i: number) => firsts[i] as number } : {}),
          size: (i) => wkbSize(column, number(i)) || -1,
          write: (i, view, offset) => writeWkbAt(column, number(i), view, offset),
        };
      },
    };
  }
}

/**
 * For each row, the first that has the same number: after a join, a large zone comes many times in one vector. Null where
 * numbers ascend, as in a scan.
 */
function firstOccurrences(number: (row: number) => number, count: number): Uint32Array | null {
  let isAscending = true;
  for (let row = 1; row < count && isAscending; row++) isAscending = number(row) > number(row - 1);
  if (isAscending) return null;
  const places = new Map<number, number>();
  return Uint32Array.from({ length: count }, (_, row) => {
    const value = number(row);
    const place = places.get(value) ?? row;
    if (place === row) places.set(value, row);
    return place;
  });
}

/** Name of the view of a layer that numbers its rows. */
function keyedView(layer: string): string {
  return `__keyed_${layer}`;
}

/** DuckDB's own need its extension of time zones, which is never fetched: these are in universal time. */
const TODAY = [
  'CREATE MACRO now() AS CAST(get_current_timestamp() AS TIMESTAMP)',
  'CREATE MACRO today() AS CAST(now() AS DATE)',
  'CREATE MACRO current_date() AS today()',
];
