import type { ErrorData } from '../domain/errors.ts';
import type { Feature } from '../domain/feature.ts';

/** A layer that is shown but that a click could not look into: the map is too far away for it, or it could not be read. */
export type SilentLayer =
  | { layer: string; why: 'scale' }
  | { layer: string; why: 'failed'; error: ErrorData };

/**
 * The features found under a click, or the one chosen by search: the identify card shows the list of them, or the one at `index`.
 * There may be none where layers are silent.
 */
export type CardStatus =
  | { kind: 'closed' }
  | { kind: 'loading' }
  | { kind: 'open'; features: Feature[]; index: number; isList: boolean; silent: SilentLayer[] }
  | { kind: 'failed'; error: ErrorData };
