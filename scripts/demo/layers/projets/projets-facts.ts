import { readFileSync } from 'node:fs';
import type { Indicator } from '../../../../src/domain/library.ts';
import type { SourceRef } from '../../facts.ts';

/** A decision of the council, or one that the documents mention. */
export interface Decision {
  id: string;
  /** `acte`: the document is the act; `mention`: a document speaks of it. */
  nature: string;
  /** As written: a day, a month, a year, "fin 2023"; null where none is. */
  date: string | null;
  number?: string;
  title: string;
  /** Id of a theme. */
  theme: string;
  /** INSEE code → official name. */
  communes: Record<string, string>;
  site?: string;
  amountEur?: number;
  amountPays?: string;
  outcome: string;
  majority?: string;
  partner?: string;
  note?: string;
  sources: SourceRef[];
}

/** What a published figure is measured against: another indicator, or a value with its source. */
export interface Objective {
  indicator: string;
  /** The figure brought to the unit of the objective, where its own differs. */
  measured?: number;
  objective?: string;
  value?: number;
  source?: SourceRef;
  /** Year written beside the objective. */
  deadline?: number;
  better: 'more' | 'less';
  note?: string;
}

/** The 41 decisions. */
export function readDecisions(): Decision[] {
  return readFact<{ decisions: Decision[] }>('decisions').decisions;
}

/** The 363 figures that the documents publish. */
export function readIndicators(): Indicator[] {
  return readFact<{ indicators: Indicator[] }>('indicators').indicators;
}

/** The figures that have an objective. */
export function readObjectives(): Objective[] {
  return readFact<{ objectives: Objective[] }>('objectives').objectives;
}

function readFact<T>(name: string): T {
  const url = new URL(`../../../../data/facts/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}
