import { readFileSync } from 'node:fs';
import type { SourceRef } from '../../facts.ts';

/** Published figures and procedures of town planning. */
export interface PlanningFacts {
  /** The service that examines requests for the communes that joined it, in 2024. */
  permits: {
    communes: number;
    files: number;
    buildingPermits: number;
    developmentPermits: number;
    onlinePercent: number;
    automated: number;
  };
  procedures: { commune: string; object: string; stage: string; source: SourceRef }[];
}

/** The published figures and procedures of town planning. */
export function readPlanning(): PlanningFacts {
  const url = new URL('../../../../data/facts/planning.json', import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}
