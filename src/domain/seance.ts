import type { Question } from './question.ts';
import type { Extent } from './units.ts';

/** What the map shows while an item of the agenda is discussed. */
export interface Scene {
  /** What must be in sight, degrees: it fits any screen. */
  extent: Extent;
  /** Layers that are turned on, topmost first, with their opacity (0 to 1; absent: 1). */
  layers: { id: string; opacity?: number }[];
  /** The feature that is chosen, by its key. */
  selection?: { layer: string; key: string };
  /** INSEE code of the commune that the item is about. */
  commune?: string;
  /** Communes coloured by a figure of a theme's page. */
  choropleth?: { theme: string; figure: string };
  /** Asked when the scene comes; its answer is on the map and its count beside the text. */
  question?: Question;
  /** What the switch « avant / après » chooses between: of `layers`, those of the other side are turned off, and those of the side that are not among them are put above. */
  beforeAfter?: {
    before: { label: string; layers: string[] };
    after: { label: string; layers: string[] };
  };
}

/** A figure that is shown in large type. */
export interface SeanceFigure {
  label: string;
  value: number;
  unit: string;
  /** What it is read from, for the hand-out. */
  source: string;
}

/** What a decision costs, and who pays. */
export interface SeanceAmount {
  eur: number;
  /** What it pays for. */
  pays: string;
  funding: { who: string; eur: number }[];
}

/** One item of the agenda, with its scene. */
export interface SeanceItem {
  /** As the agenda numbers it: "3", "3.1". Unique in the session. */
  number: string;
  title: string;
  /** Function of the person who reports, never a name: "Vice-président en charge de la GEMAPI". */
  rapporteur?: string;
  /** Paragraphs, parted by an empty line. */
  text: string;
  /** For the speaker alone. */
  notes?: string;
  scene: Scene;
  figures: SeanceFigure[];
  amount?: SeanceAmount;
  /** What the assembly is asked for, or what it decided. */
  decision?: string;
  /** What the item is made of: documents with their lines. */
  source: string;
}

/** A session: `data/seances/<id>.json`, and a file that is edited in the page. */
export interface Seance {
  version: 1;
  /** Lower case, digits and hyphens. */
  id: string;
  /** SIREN of the territory that it was made for. */
  territory: string;
  title: string;
  /** "Conseil communautaire", "Bureau", "Commission aménagement". */
  assembly: string;
  /** ISO day; null while it is not set. */
  date: string | null;
  items: SeanceItem[];
}

/** A session in the list of them. */
export interface SeanceEntry {
  id: string;
  territory: string;
  title: string;
  assembly: string;
  date: string | null;
  /** How many items it has. */
  items: number;
}

/** The sessions that a site has: `seances/index.json`. */
export interface SeanceIndex {
  version: 1;
  seances: SeanceEntry[];
}

/** The line of a session in the list. */
export function entryOf({ id, territory, title, assembly, date, items }: Seance): SeanceEntry {
  return { id, territory, title, assembly, date, items: items.length };
}
