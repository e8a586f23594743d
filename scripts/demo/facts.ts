import { AppError } from '../../src/domain/errors.ts';
import { readFact } from './read-fact.ts';

/** A place in a public document: `document:line` or `document:first-last`, for instance `000:70-76`. */
export type SourceRef = string;

/** One of the five public documents that the facts were read in. */
export interface FactDocument {
  file: string;
  title: string;
}

/** An operation, facility or site that the documents name; status and date as they are written there. */
export interface Project {
  id: string;
  title: string;
  theme: string;
  subject?: string;
  /** INSEE code → official name; empty where the text does not locate the project. */
  communes: Record<string, string>;
  /** True when the commune is not written beside the project but follows from the place named. */
  communeDeduced?: boolean;
  status: string;
  date: string;
  amountEur?: number;
  /** What the amount pays for. */
  amountPays?: string;
  amounts?: { eur: number; for: string }[];
  quantities?: { value: number; unit: string; of: string }[];
  description: string;
  /** The first one is the main one. */
  sources: SourceRef[];
}

/** A published figure that the embedded territory agrees with. */
export interface Figure {
  id: string;
  label: string;
  value: number;
  unit: string;
  source: SourceRef;
}

/** An activity zone that the documents name. */
export interface NamedEconomicSite {
  name: string;
  /** INSEE code. */
  commune: string;
  /** INSEE code of the second commune that the text names, on whose side the zone lies. */
  near?: string;
  /** Value of `site_vocadomi`, or null where the text does not say. */
  use: string | null;
  establishments?: number;
  jobs?: number;
  source: SourceRef;
}

/** A derelict site that the documents name. */
export interface NamedBrownfield {
  name: string;
  commune: string;
  type: string;
  status: string;
  reuse: string;
  areaHa?: number;
  source: SourceRef;
}

/** Named derelict sites, and the INSEE codes of the communes where the others are simulated. */
export interface BrownfieldFacts {
  sites: NamedBrownfield[];
  coalfield: string[];
  towns: string[];
}

/** A station of the national rail network. */
export interface Station {
  name: string;
  commune: string;
  passengers: boolean;
  freight: boolean;
  source: SourceRef | null;
}

/** A route of the structuring cycle network that the documents name. */
export interface NamedCycleRoute {
  name: string;
  /** What it runs along. */
  on: 'canal' | 'road';
  state: 'existant' | 'projet';
  /** INSEE codes of the communes at both ends. */
  from: string;
  to: string;
  source: SourceRef;
}

/** The 332 projects, with the documents that their sources name. */
export function readProjects(): { documents: Record<string, FactDocument>; projects: Project[] } {
  return readFact('projects');
}

/**
 * The published figure of that id.
 * @throws {AppError} `source-unreadable` when `data/facts/figures.json` has none.
 */
export function readFigure(id: string): Figure {
  const { figures } = readFact<{ figures: Figure[] }>('figures');
  const figure = figures.find((candidate) => candidate.id === id);
  if (!figure) throw new AppError('source-unreadable', `no figure "${id}" in the facts`, { id });
  return figure;
}

/** The activity zones that the documents name. */
export function readNamedEconomicSites(): NamedEconomicSite[] {
  return readFact<{ sites: NamedEconomicSite[] }>('economic-sites').sites;
}

/** The derelict sites that the documents name, and where the others are simulated. */
export function readBrownfields(): BrownfieldFacts {
  return readFact('brownfields');
}

/** The stations of the territory. */
export function readStations(): Station[] {
  return readFact<{ stations: Station[] }>('stations').stations;
}

/** The routes of the cycle network that the documents name. */
export function readCycleRoutes(): NamedCycleRoute[] {
  return readFact<{ routes: NamedCycleRoute[] }>('cycle-routes').routes;
}

/** A source as a reader sees it: "Rapport d’activité 2024, lignes 70-76". */
export function describeSource(ref: SourceRef): string {
  const { documents } = readProjects();
  const [id, lines] = ref.split(':') as [string, string];
  return `${documents[id]!.title}, ${lines.includes('-') ? 'lignes' : 'ligne'} ${lines}`;
}
