import type { CommuneFigures } from '../domain/library.ts';
import { allRelationsOf, type Question } from '../domain/question.ts';
import type { Scene, Seance } from '../domain/seance.ts';
import { findFunction } from '../sql/function-catalogue.ts';
import type { EnginePart } from './shell.ts';

/**
 * The parts of the engine that the scenes of a session ask: DuckDB for a question or a figure of the communes, GEOS besides
 * where the figure's statement names a function of it, or where a question has a drawn shape, which may have to be mended.
 */
export function enginePartsOf({ items }: Seance, figures: CommuneFigures[]): EnginePart[] {
  const scenes = items.map(({ scene }) => scene);
  const asks = scenes.some(({ question, choropleth }) => question || choropleth);
  const constructs = scenes.some(
    ({ question, choropleth }) =>
      (question && hasShape(question)) || (choropleth && needsGeos(choropleth, figures)),
  );
  return [...(asks ? (['duckdb'] as const) : []), ...(constructs ? (['geos'] as const) : [])];
}

const hasShape = ({ where }: Question) =>
  allRelationsOf(where).some((relation) => 'shape' in relation);

function needsGeos({ theme }: NonNullable<Scene['choropleth']>, figures: CommuneFigures[]) {
  const statement = figures.find((one) => one.theme === theme)?.sql.join('\n') ?? '';
  const names = statement.match(/\w+(?=\s*\()/g) ?? [];
  return names.some((name) => findFunction(name)?.needsGeos);
}
