import { allRelationsOf, type Question } from '../domain/question.ts';
import type { Shape } from '../domain/shape.ts';
import type { AppState } from './app-state.ts';

/** Shapes of the question being written and of the one that was asked that are not on the map, each outline once. */
export function shapesToShow({ draft, asked, drawn }: AppState): Shape[] {
  const outlines = new Set(drawn.map(outlineOf));
  return [draft, asked].flatMap(shapesOf).filter((shape) => {
    if (shape.geometry.coordinates.length === 0 || outlines.has(outlineOf(shape))) return false;
    outlines.add(outlineOf(shape));
    return true;
  });
}

function shapesOf(question: Question | null): Shape[] {
  if (!question) return [];
  return allRelationsOf(question.where).flatMap((relation) =>
    'shape' in relation ? [relation.shape] : [],
  );
}

const outlineOf = ({ geometry }: Shape) => JSON.stringify(geometry);
