import { diffCounts } from '../publish/outcome-document.ts';
import { sourceNotes } from './source-notes.ts';
import type { PublishedLayer, SourceOutcome } from './source-outcome.ts';

/** What a run has come to, plain data: the answer of `--json` and of `--report FILE.json`. */
export interface CollectReport {
  siren: string;
  territory: string;
  /** ISO 8601 in UTC. */
  begunAt: string;
  endedAt: string;
  sources: ReportedSource[];
  totals: {
    sources: number;
    published: number;
    same: number;
    empty: number;
    failed: number;
    requests: number;
    bytes: number;
    read: number;
    kept: number;
    warnings: number;
  };
}

/** What became of one source. */
export interface ReportedSource {
  id: string;
  title: string;
  state: SourceOutcome['state'];
  answeredAt: string | null;
  /** Parts that it is made of, bytes that came over the network for them, and how often one was asked for again. */
  parts: number;
  bytes: number;
  retries: number;
  /** Code and reason of what stopped it; null for nothing. */
  failure: { code: string; reason: string | null; url: string | null } | null;
  notes: string[];
  layers: ReportedLayer[];
}

/** What became of one layer; `diff` counts rows against the version before, null where there is none or it was simulated. */
export interface ReportedLayer {
  id: string;
  version: string | null;
  read: number;
  kept: number;
  warnings: number;
  bytes: number;
  diff: object | null;
}

/** The report of a run. */
export function makeReport(
  territory: { siren: string; name: string },
  begunAt: Date,
  outcomes: readonly SourceOutcome[],
): CollectReport {
  const sources = outcomes.map(reportSource);
  const countOf = (state: SourceOutcome['state']) =>
    sources.filter((source) => source.state === state).length;
  const layers = sources.flatMap((source) => source.layers);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    siren: territory.siren,
    territory: territory.name,
    begunAt: begunAt.toISOString(),
    endedAt: new Date().toISOString(),
    sources,
    totals: {
      sources: sources.length,
      published: countOf('published'),
      same: countOf('same'),
      empty: countOf('empty'),
      failed: countOf('failed'),
      requests: sum(sources.map(({ parts }) => parts)),
      bytes: sum(sources.map(({ bytes }) => bytes)),
      read: sum(layers.map(({ read }) => read)),
      kept: sum(layers.map(({ kept }) => kept)),
      warnings: sum(layers.map(({ warnings }) => warnings)),
    },
  };
}

function reportSource(outcome: SourceOutcome): ReportedSource {
  const { recipe, state, answeredAt, fetched, failure, layers, published } = outcome;
  const { reason, url } = failure?.context ?? {};
  return {
    id: recipe.id,
    title: recipe.title,
    state,
    answeredAt,
    parts: fetched.parts,
    bytes: fetched.bytes,
    retries: fetched.retries,
    failure: failure && {
      code: failure.code,
      reason: reason === undefined || reason === null ? null : String(reason),
      url: url === undefined || url === null ? null : String(url),
    },
    notes: sourceNotes(outcome),
    layers: layers.map((layer) => {
      const own = published?.layers.find(({ id }) => id === layer.id);
      return { ...layer, diff: own ? diffOf(own) : null };
    }),
  };
}

function diffOf({ diff, replacesSimulated, written }: PublishedLayer): object | null {
  return diff && !replacesSimulated && written?.news === 'changed' ? diffCounts(diff) : null;
}
