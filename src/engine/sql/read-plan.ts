import type { SqlPlanStep } from '../../domain/sql-result.ts';
import { readRows } from '../../loaders/read-arrow.ts';

/** The tree of steps in what DuckDB answers to `EXPLAIN (FORMAT json)` or `EXPLAIN (ANALYZE, FORMAT json)`, an Arrow IPC stream. */
export function readPlan(ipc: Uint8Array): SqlPlanStep {
  const text = String(readRows(ipc).rows[0]?.[1] ?? '[]');
  const plan: unknown = JSON.parse(text);
  const [step] = (Array.isArray(plan) ? plan : [plan]).map(toStep);
  return innermost(step ?? { name: '', details: {}, rows: null, elapsedMs: null, children: [] });
}

interface DuckdbStep {
  name?: string;
  operator_name?: string;
  extra_info?: Record<string, unknown>;
  operator_cardinality?: number;
  operator_timing?: number;
  children?: DuckdbStep[];
}

function toStep(step: DuckdbStep): SqlPlanStep {
  const { 'Estimated Cardinality': estimated, ...info } = step.extra_info ?? {};
  const isAnalysed = step.operator_timing !== undefined;
  const details = Object.entries(info).map(([key, value]) => [key, textOf(value)] as const);
  return {
    name: (step.name ?? step.operator_name ?? '').trim(),
    details: Object.fromEntries(details),
    rows: isAnalysed ? (step.operator_cardinality ?? null) : numberOf(estimated),
    elapsedMs: isAnalysed ? 1000 * (step.operator_timing ?? 0) : null,
    children: (step.children ?? []).map(toStep),
  };
}

/** The plan of the statement, out of the steps that only explain it. */
function innermost(step: SqlPlanStep): SqlPlanStep {
  const [child] = step.children;
  const isAround = step.name === '' || step.name === 'EXPLAIN_ANALYZE' || step.name === 'QUERY';
  return isAround && child ? innermost(child) : step;
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function numberOf(value: unknown): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}
