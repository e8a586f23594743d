import type { Territory } from '../../domain/catalogue.ts';
import type { Seance, SeanceItem } from '../../domain/seance.ts';
import type { PrintExtra, PrintLayer } from '../print-request.ts';

/** A map of an item: of a before and an after there are two. */
export interface HandoutMap {
  /** What a before or an after is called; null where there is but one map. */
  label: string | null;
  /** Topmost first. */
  layers: PrintLayer[];
  extras: PrintExtra[];
}

/** An item and what its page shows. */
export interface HandoutItem {
  item: SeanceItem;
  maps: HandoutMap[];
  /** What its question found, a sentence; null without one. */
  answer: string | null;
}

/** All that the hand-out of a session is made of. Plain data: it crosses to the worker. */
export interface HandoutRequest {
  territory: Territory;
  seance: Pick<Seance, 'title' | 'assembly' | 'date'>;
  /** Day that it is made, ISO. */
  day: string;
  items: HandoutItem[];
}
