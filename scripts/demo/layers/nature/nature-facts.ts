import { readFileSync } from 'node:fs';
import type { SourceRef } from '../../facts.ts';

/** A natural site, named by the documents or simulated. */
export interface NaturalSite {
  type: string;
  /** Who looks after it: the wardens of the green and blue network, the Agglomeration otherwise, others, or nobody yet. */
  management: 'écogardes' | 'Agglomération' | 'à l’étude' | 'autre collectivité';
  name?: string;
  /** INSEE code; null where the text does not say. */
  commune?: string | null;
  /** INSEE code of the commune that it is laid in, where it is not named. */
  placed?: string;
  /** Area that the text gives. */
  areaHa?: number;
  /** Area of a site that counts in no published total, simulated. */
  hectares?: number;
  /** Share of the published area that no document gives site by site. */
  weight?: number;
  source?: SourceRef;
}

/** Land where nature is given back what a project took. */
export interface Compensation {
  name: string;
  project: string;
  commune: string;
  measure: string;
  hectares: number;
  year: number;
  state: string;
  source?: SourceRef;
}

/** A plan that restores a river; its course is shared among the years, null for the part still to study. */
export interface RestorationPlan {
  plan: string;
  /** Null: a brook that the ground does not name, of the commune `placed`. */
  river: string | null;
  placed?: string;
  /** Only the reach in these catchments. */
  catchments?: string[];
  years: (number | null)[];
  source: SourceRef;
}

/** What the documents say of nature, and what makes up the published totals. */
export interface NatureFacts {
  sites: NaturalSite[];
  simulated: NaturalSite[];
  compensation: Compensation[];
  restoration: RestorationPlan[];
  /** Banks restored in a year, commune by commune. */
  banks: { year: number; communes: string[]; source: SourceRef };
}

/** The facts of `data/facts/natural-sites.json`. */
export function readNatureFacts(): NatureFacts {
  const url = new URL('../../../../data/facts/natural-sites.json', import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}
