import { readFileSync } from 'node:fs';
import type { SourceRef } from '../../facts.ts';

/** A catchment whose declaration of public utility is being settled. */
export interface NamedWellField {
  name: string;
  /** INSEE code. */
  commune: string;
  aim: string;
  source: SourceRef;
}

/** A drinking-water treatment plant. */
export interface NamedPlant {
  name: string;
  commune: string;
  treatment: string;
  state: 'en service' | 'en projet';
  year: number | null;
  source: SourceRef;
}

/** A commune where the documents speak of red water, and what is done there. */
export interface RedWaterPlace {
  commune: string;
  action: string;
  year: number | null;
  source: SourceRef;
}

/** A sewage works. */
export interface NamedSewageWorks {
  name: string;
  commune: string;
  kind: string;
  state: 'en service' | 'en projet';
  /** Population equivalents. */
  capacity?: number;
  note: string;
  source: SourceRef;
}

/** What the documents name of drinking water and sewage. */
export interface WaterFacts {
  wellFields: NamedWellField[];
  /** Communes that softened water reaches, wholly or, for `mostOf`, for most of its subscribers. */
  softened: {
    since: string;
    unit: string;
    communes: string[];
    mostOf: string;
    source: SourceRef;
  };
  plants: NamedPlant[];
  redWater: RedWaterPlace[];
  sewageWorks: NamedSewageWorks[];
}

/** The facts of `data/facts/water.json`. */
export const WATER_FACTS: WaterFacts = JSON.parse(
  readFileSync(new URL('../../../../data/facts/water.json', import.meta.url), 'utf8'),
);
