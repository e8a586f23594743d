import type { ErrorData } from '../domain/errors.ts';
import type { HeldSeance } from '../domain/hold-seance.ts';
import type { SeanceEntry } from '../domain/seance.ts';
import type { SeanceLink } from './seance-link.ts';
import type { ReaderMap } from './seance-map.ts';
import type { Presenter } from './seance-presenter.ts';

/** The sessions of the site, or what stands in their way; they are fetched when they are first looked at. */
export type SeanceListStatus =
  | { kind: 'none' }
  | { kind: 'loading' }
  | { kind: 'ready'; entries: SeanceEntry[] }
  | { kind: 'failed'; error: ErrorData };

/** The session that is open, or what stands in its way. */
export type SeanceStatus =
  | { kind: 'none' }
  | { kind: 'loading'; id: string }
  | { kind: 'ready'; held: HeldSeance }
  | { kind: 'failed'; error: ErrorData };

/** What the Séance screen shows. */
export interface SeanceState {
  list: SeanceListStatus;
  status: SeanceStatus;
  /** What a link asks for, until it is opened. */
  wanted: SeanceLink | null;
  /** How the open session is presented; null while it is not. */
  presenter: Presenter | null;
  /** The map as the reader had it before the presentation. */
  kept: ReaderMap | null;
  /** INSEE code of the commune that is outlined. */
  outlined: string | null;
  /** Layers of the next scene, fetched before they are shown. */
  ahead: string[];
  /** Pixels at each edge of the map that a flight of the presentation keeps clear of; null until the legend is measured. */
  clear: { top: number; right: number; bottom: number; left: number } | null;
}

/** The Séance screen when nothing was opened on it. */
export const NO_SEANCE: SeanceState = {
  list: { kind: 'none' },
  status: { kind: 'none' },
  wanted: null,
  presenter: null,
  kept: null,
  outlined: null,
  ahead: [],
  clear: null,
};
