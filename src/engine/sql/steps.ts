import {
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint32,
} from 'apache-arrow';
import { AppError } from '../../domain/errors.ts';
import { createSide, type Side } from '../../geo/layer-index.ts';
import { type Pairs, pairRows } from '../../geo/pair-rows.ts';
import type { PredicateKind } from '../../geo/predicates.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import type { RelateJob } from '../../geo/relate-rows.ts';
import { wkbSrid } from '../../geo/wkb-coordinates.ts';
import type { GeometrySource, PlanStep } from '../../sql/plan-joins.ts';
import { allRows } from '../answer/row-sets.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import { runInSlices, type Work } from '../work.ts';
import { checkSameSrid, toKernelWkb } from './geometries.ts';
import { checkDistance } from './kernel-functions.ts';
import type { DuckdbSession } from './session.ts';

/** How one join of a statement was done. */
export interface JoinDone {
  /** The two names that the statement gives them. */
  aliases: [string, string];
  relation: string;
  /** Pairs of rows that relate. */
  pairs: number;
  elapsedMs: number;
}

/** What the steps of a plan are run with. */
export interface StepContext {
  session: DuckdbSession;
  /** Relates layers; what a statement computed is related in this thread. */
  kernel: Kernel;
  /** The layers that the statement names. */
  loaded: ReadonlyMap<string, LoadedRows>;
  work: Work;
}

/**
 * Makes what a plan needs before its statement runs: tables numbered, and tables of pairs found by the index. The names made
 * are added to `made` as soon as they are, to be dropped whatever happens.
 * @throws {AppError} `sql-invalid` for a distance that cannot be, or a column that is no geometry; `crs-mismatch`.
 */
export async function runSteps(
  steps: readonly PlanStep[],
  context: StepContext,
  made: string[],
): Promise<JoinDone[]> {
  const { session, work } = context;
  const sides = new Map<string, NumberedSide>();
  const done: JoinDone[] = [];
  for (const step of steps) {
    const start = performance.now();
    if (step.kind === 'table') {
      made.push(step.table);
      await session.run(`CREATE TABLE ${step.table} AS ${step.sql}`, work);
      continue;
    }
    const pairs = await findPairs(step, context, sides).catch((error) => {
      throw placedAt(step.position, error);
    });
    made.push(step.table);
    session.insert(step.table, pairsToIpc(pairs));
    const { aliases, relation } = step;
    const elapsedMs = performance.now() - start;
    done.push({ aliases, relation, pairs: pairs.a.length, elapsedMs });
  }
  return done;
}

type PairsStep = Extract<PlanStep, { kind: 'pairs' }>;

interface NumberedSide {
  side: Side;
  srid: number;
}

/** The error of a step with the place of its call in the statement. */
function placedAt(at: number, error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  return new AppError(error.code, error.message, { ...error.context, at }, error);
}

async function findPairs(
  step: PairsStep,
  context: StepContext,
  sides: Map<string, NumberedSide>,
): Promise<Pairs> {
  const { kernel, loaded, work } = context;
  const relation = relationOf(step);
  if ('layer' in step.left && 'layer' in step.right) {
    const a = loaded.get(step.left.layer) as LoadedRows;
    const b = loaded.get(step.right.layer) as LoadedRows;
    const rows = allRows(a.table.geometry.length);
    return kernel.pairs({ a, rows, b, bRows: null, ...relation }, work);
  }
  const left = await readSide(step.left, context, sides);
  const right = await readSide(step.right, context, sides);
  checkSameSrid(left.srid, right.srid);
  const rows = allRows(left.side.column.length);
  const job: RelateJob = { a: left.side, rows, b: right.side, bRows: null, ...relation };
  const progress = { phase: 'test', layer: null, total: rows.length } as const;
  return runInSlices(pairRows(job), work, progress);
}

function relationOf({ relation, distance }: PairsStep) {
  if (relation === 'dWithin') {
    return { kind: 'dWithin', distance: checkDistance(distance as number) } as const;
  }
  return { kind: relation as PredicateKind };
}

async function readSide(
  source: GeometrySource,
  { session, loaded, work }: StepContext,
  sides: Map<string, NumberedSide>,
): Promise<NumberedSide> {
  if ('layer' in source) {
    return { side: (loaded.get(source.layer) as LoadedRows).metric(), srid: 0 };
  }
  const known = sides.get(source.sql);
  if (known) return known;
  const table = tableFromIPC(await session.run(source.sql, work));
  const rows = table.getChild('__row');
  const geometries = table.getChild('geom');
  const blobs: (Uint8Array | null)[] = [];
  let srid: number | null = null;
  for (let i = 0; i < table.numRows; i++) {
    const row = Number(rows?.get(i));
    while (blobs.length <= row) blobs.push(null);
    const wkb: Uint8Array | null = geometries?.get(i) ?? null;
    if (wkb === null) continue;
    blobs[row] = toKernelWkb(wkb);
    srid ??= wkbSrid(wkb);
    checkSameSrid(srid, wkbSrid(wkb));
  }
  const numbered = { side: createSide(readWkb(blobs)), srid: srid ?? 0 };
  sides.set(source.sql, numbered);
  return numbered;
}

function pairsToIpc({ a, b }: Pairs): Uint8Array {
  const type = new Uint32();
  const fields = [new Field('__left', type), new Field('__right', type)];
  const children = [makeData({ type, data: a }), makeData({ type, data: b })];
  const schema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length: a.length, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
}
