import type { Decision, Indicator } from '../../../../src/domain/library.ts';
import type { SourceRef } from '../../facts.ts';
import { readFact } from '../../read-fact.ts';

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
