import { readFileSync } from 'node:fs';
import type { SourceRef } from '../../facts.ts';

/** Something that the documents name in a commune (INSEE code). */
export interface NamedPlace {
  name: string;
  commune: string;
  source: SourceRef;
}

/** Communes that one passage lists. */
export interface ListedCommunes {
  communes: string[];
  source: SourceRef;
}

/** An installation that produces power or heat. */
export interface NamedPlant extends Omit<NamedPlace, 'commune'> {
  /** Null where the documents do not place it. */
  commune: string | null;
  kind: string;
  state: string;
  /** MWh of power and tonnes of steam in a year, where the documents give them. */
  power: number | null;
  heat: number | null;
  areaHa: number | null;
}

/** What the documents name of waste, energy and climate. */
export interface EnergyFacts {
  recyclingCentres: (NamedPlace & { state: 'en service' | 'en projet' })[];
  /** A commune stands as many times as it has sites. */
  compostingSites: ListedCommunes & { year: number };
  composterAgreements: ListedCommunes;
  energyAdvice: {
    presented: ListedCommunes;
    secondPhase: ListedCommunes;
    toFinish: ListedCommunes;
  };
  roofs: (NamedPlace & { state: string; use: string })[];
  plants: NamedPlant[];
  consumers: (NamedPlace & { use: string })[];
  heatNetwork: { commune: string; planned: string[]; source: SourceRef };
}

/** The facts of `data/facts/energy.json`. */
export const ENERGY_FACTS: EnergyFacts = JSON.parse(
  readFileSync(new URL('../../../../data/facts/energy.json', import.meta.url), 'utf8'),
);
