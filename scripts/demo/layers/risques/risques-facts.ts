import type { SourceRef } from '../../facts.ts';
import { readFact } from '../../read-fact.ts';

/** A work against floods, named by the documents or simulated. */
export interface FloodWork {
  type: string;
  /** INSEE code. */
  commune: string;
  /** The watercourse that it stands on; null: a dry valley. */
  river: string | null;
  state: 'achevé' | 'à optimiser' | 'en travaux' | 'à l’étude';
  /** Year of completion, or the one it is announced for. */
  year: number;
  /** Share of the published volume that no document gives work by work. */
  weight?: number;
}

/** A work that the documents name. */
export interface NamedFloodWork extends FloodWork {
  id: string;
  name: string;
  volumeM3?: number;
  /** Year of the report that counts it among the finished operations of the action programme (PAPI). */
  papi?: number;
  source: SourceRef;
}

/** The works against floods: those that the documents name, and those that make up the published totals. */
export function readFloodWorks(): { works: NamedFloodWork[]; simulated: FloodWork[] } {
  return readFact('flood-works');
}

/** Communes (INSEE codes) and counts of the ditch plans of the Bas-Pays. */
export function readDitchPlans(): {
  repaired: string[];
  repairedSource: SourceRef;
  surveyed: number;
  surveyedSource: SourceRef;
  declared: number;
  declaredSource: SourceRef;
} {
  return readFact('ditch-plans');
}
