import type { MetricCrs } from '../../src/domain/crs.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import type { Database } from '../../src/engine/database.ts';
import { nodePlatform } from '../../src/engine/node-platform.ts';
import { showCatalogue } from '../../src/engine/sql/catalogue-view.ts';
import { toSqlError } from '../../src/engine/sql/errors.ts';
import { SqlViews } from '../../src/engine/sql/views.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { tableToIpc } from '../../src/loaders/to-arrow.ts';
import { CATALOGUE_TABLE } from '../../src/sql/catalogue-table.ts';
import { checkReadOnly } from '../../src/sql/guard.ts';
import { namedTables } from '../../src/sql/named-tables.ts';
import { readStatement } from '../../src/sql/read-statement.ts';
import type { Token } from '../../src/sql/tokens.ts';
import { withoutFile } from './without-file.ts';

/** What a statement would give, found without a row of data. */
export interface BoundStatement {
  columns: string[];
  /** Ids of the layers that it names. */
  layers: string[];
}

/** Tells what a statement would give. @throws {AppError} `sql-invalid` with the place, as the engine does. */
export type StatementBinder = (sql: string) => BoundStatement;

/**
 * DuckDB over empty tables that have the fields of these layers, with the engine's own views and functions: a statement is bound, and not
 * run. About two seconds to open, then some 30 ms a statement.
 */
export async function openStatementBinder(
  layers: readonly LayerMeta[],
  crs: MetricCrs,
): Promise<StatementBinder> {
  const database = await nodePlatform.startDatabase(() => {});
  const views = new SqlViews(database, crs);
  showCatalogue(database, layers.map(withoutFile));
  const metas = new Map(layers.map((layer) => [layer.id, layer]));
  const known = new Map<string, BoundStatement>();
  return (text) => {
    const tokens = checkReadOnly(text);
    const shape = shapeOf(tokens);
    const same = known.get(shape);
    if (same) return same;
    const sql = text.slice(0, (tokens.at(-1) as Token).end);
    const named = [...namedTables(tokens, readStatement(tokens))].filter((name) => metas.has(name));
    for (const id of named) showEmpty(database, views, metas.get(id) as LayerMeta);
    try {
      const { rows } = readRows(database.session.query(`${DESCRIBE}${sql}`));
      const bound = { columns: rows.map(([name]) => String(name)), layers: named };
      known.set(shape, bound);
      return bound;
    } catch (error) {
      const statement = {
        sql,
        tokens,
        prefix: DESCRIBE.length,
        layers: [...metas.keys(), CATALOGUE_TABLE],
      };
      const told = toSqlError(error, statement);
      throw told instanceof AppError
        ? told
        : new AppError('sql-failed', String(error), { sql }, error);
    }
  };
}

/** A statement but for its texts, which change nothing of what it gives: those that a reader may choose. */
function shapeOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind, name }) => (kind === 'string' ? kind : name)).join(' ');
}

function showEmpty(database: Database, views: SqlViews, { id, fields }: LayerMeta): void {
  if (database.has(id)) return;
  const geometry = geometriesToColumn([]);
  const columns = Object.fromEntries(fields.map(({ name }) => [name, []]));
  database.insert(id, tableToIpc({ geometry, columns }, fields));
  views.show(id, () => createSide(geometry));
}

const DESCRIBE = 'DESCRIBE ';
