import type { SourceRef } from '../../facts.ts';
import { readFact } from '../../read-fact.ts';

/** A quarter of the urban policy, of the State (QPV) or of the agglomeration (QIC). */
export interface NamedQuarter {
  name: string;
  /** INSEE codes, the main commune first. */
  communes: string[];
  /** Where it is simulated: where its communes meet, in the centre, in town, at the edge of the town. */
  place: 'border' | 'centre' | 'town' | 'edge';
  /** Published share of inhabitants under 25, %. */
  young?: number;
  /** Published share of households of one person, %. */
  alone?: number;
  /** Absent: the documents count it without naming it. */
  source?: SourceRef;
}

/** A mining estate of the renewal programme of the coalfield (ERBM). */
export interface NamedCity {
  name: string;
  communes: string[];
  programme: string;
  /** Absent where the documents give the sum of several estates alone. */
  dwellings?: number;
  underway?: number;
  source: SourceRef;
}

/** An action of the 2019 programme of the urban policy. */
export interface NamedAction {
  title: string;
  pillar: 'emploi' | 'cohésion' | 'cadre de vie';
  /** Number in the road map of ten priorities. */
  priority: string;
  holder: string;
  /** INSEE codes; none: the whole agglomeration. */
  communes: string[];
  source: SourceRef;
}

/** Published figures of housing and quarters. */
export interface HousingFacts {
  rentPermits: { communes: number; newest: number; dwellings: number };
  renewal: { communes: string[]; visits: number; subsidised: number };
  cities: NamedCity[];
  threeCities: { dwellings: number; underway: number };
  renovation: {
    name: string;
    commune: string;
    envelopeEur: number;
    approved2024Eur?: number;
    operations2024?: number;
    source: SourceRef;
  }[];
  programmed: { dwellings: number };
  needed: { dwellings: number };
  before1970: { percent: number };
  unfit: { percent: number };
  travellers: { named: string; missingSites: number; missingGreatSites: number };
  residents: { qpv: number; all: number };
  quarterMeans: {
    young: number;
    alone: number;
    employed: number;
    medianEur: number;
    taxed: number;
  };
  actions: {
    kept: number;
    employment: number;
    living: number;
    steering: number;
    socialEur: number;
    employmentEur: number;
    livingEur: number;
    steeringEur: number;
    educationEur: number;
  };
}

/** The quarters of the urban policy. */
export function readQuarters(): { qpv: NamedQuarter[]; qic: NamedQuarter[] } {
  return readFact('quarters');
}

/** The published figures of housing and quarters. */
export function readHousing(): HousingFacts {
  return readFact('housing');
}

/** The actions of 2019 that the report names. */
export function readNamedActions(): NamedAction[] {
  return readFact<{ actions: NamedAction[] }>('neighbourhood-actions').actions;
}
