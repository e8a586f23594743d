import { readFileSync } from 'node:fs';
import type { SourceRef } from '../../facts.ts';

/** An operation about a station, with the steps of its calendar as the document tells them. */
export interface StationHub {
  name: string;
  /** INSEE code. */
  commune: string;
  kind: string;
  /** Steps behind it, oldest first; the step it is at; the one that follows. */
  done: string[];
  now: string;
  next: string;
  /** Year it is due, null where none is written. */
  due: number | null;
  source: SourceRef;
}

/** A car park that the documents name. */
export interface NamedCarPark {
  name: string;
  commune: string;
  state: 'en service' | 'en projet';
  near?: 'gare';
  places?: number;
  source: SourceRef;
}

/** Works that the documents name; dates as far as they say them. */
export interface NamedWorks {
  name: string;
  commune: string;
  kind: string;
  start: string | null;
  end: string | null;
  source: SourceRef;
}

/** A place that the documents name, in its commune. */
export interface NamedPlace {
  name: string;
  commune: string;
  source: SourceRef;
}

/** A place for boats that the documents name; counts as far as they say them. */
export interface Mooring extends NamedPlace {
  kind: string;
  state: string;
  boats: number | null;
  parking: number | null;
}

/** What the documents say of mobility, but for the cycle network and the stations themselves. */
export interface MobilityFacts {
  stationHubs: StationHub[];
  /** Sites that share the bollards of `chargeSitesTotal`. */
  chargeSites: NamedPlace[];
  chargeSitesTotal: { bollards: number; source: SourceRef };
  /** One bollard each. */
  chargeInnovations: (NamedPlace & { fast: boolean })[];
  fastBollards: { count: number; source: SourceRef };
  carShare: { count: number; source: SourceRef; extended: NamedPlace & { owner: string } };
  mobilityPark: NamedPlace;
  interchanges: { name: string; commune: string; motorway: string; source: SourceRef | null }[];
  carParks: NamedCarPark[];
  works: NamedWorks[];
  heritageVillages: { names: string[]; communes: string[]; source: SourceRef };
  eurovelo: {
    studied: { name: string; metres: number; source: SourceRef };
    works: { name: string; source: SourceRef };
  };
  francigena: { name: string; road: string; source: SourceRef };
  moorings: Mooring[];
}

/** The facts of `data/facts/mobility.json`. */
export function readMobility(): MobilityFacts {
  known ??= JSON.parse(readFileSync(FILE, 'utf8')) as MobilityFacts;
  return known;
}

const FILE = new URL('../../../../data/facts/mobility.json', import.meta.url);
let known: MobilityFacts | undefined;
