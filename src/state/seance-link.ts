import { AppError } from '../domain/errors.ts';
import type { AppState } from './app-state.ts';

/** The session that a link names, and the number of the item that it is presented at; null where it is not presented. */
export interface SeanceLink {
  id: string;
  point: string | null;
}

/** The link to the session that is open, or that a link has just asked for; null when there is none. */
export function seanceLink({ seance: { status, presenter, wanted } }: AppState): SeanceLink | null {
  if (wanted || status.kind !== 'ready') return wanted;
  const { id, items } = status.held.seance;
  return { id, point: presenter ? (items[presenter.index]?.number ?? null) : null };
}

/** The id of a session in a link. @throws {AppError} `link-invalid` */
export function textToSeance(text: string): string {
  if (/^[a-z0-9][a-z0-9-]*$/.test(text)) return text;
  throw linkError('seance', `session "${text}"`);
}

/** The number of an item in a link. @throws {AppError} `link-invalid` */
export function textToPoint(text: string): string {
  if (/^\d+(\.\d+)*$/.test(text)) return text;
  throw linkError('point', `item "${text}"`);
}

function linkError(part: string, reason: string): AppError {
  return new AppError('link-invalid', `link: ${reason}`, { part, reason });
}
