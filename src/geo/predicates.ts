import { contains } from './contains.ts';
import { crosses } from './crosses.ts';
import { equals } from './equals.ts';
import { intersects } from './intersects.ts';
import type { Side } from './layer-index.ts';
import { overlaps } from './overlaps.ts';
import { touches } from './touches.ts';
import { within } from './within.ts';

/** Tells whether a row of a relates to a row of b; false for rows without geometry. */
export type PairPredicate = (a: Side, rowA: number, b: Side, rowB: number) => boolean;

/** The exact predicates that an index serves, by name: none holds for rows whose boxes are apart. */
export const PREDICATES = {
  intersects,
  within,
  contains,
  touches,
  crosses,
  overlaps,
  equals,
} satisfies Record<string, PairPredicate>;

/** A name of `PREDICATES`. */
export type PredicateKind = keyof typeof PREDICATES;
