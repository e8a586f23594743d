import type { Feature } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import { someOf } from '../make/some-of.ts';
import type { MakeJob } from '../source-reader.ts';

/**
 * The communes whose outline is known; of the others a note tells.
 * @throws {AppError} `source-failed`, reason `outlines`, when there are some and none has one: the communes must be collected first.
 */
export function outlinedCommunes(
  communes: readonly Feature[],
  { recipe }: Pick<MakeJob, 'recipe'>,
  notes: Set<string>,
): Feature[] {
  const outlined = communes.filter(({ geometry }) => geometry);
  const others = communes.filter(({ geometry }) => !geometry);
  if (communes.length > 0 && outlined.length === 0) {
    const context = { reason: 'outlines', recipe: recipe.id };
    throw new AppError('source-failed', `${recipe.id}: no outline of a commune`, context);
  }
  if (others.length > 0) {
    const names = someOf(others.map(({ properties }) => String(properties?.comm_nom)));
    notes.add(`Le contour de communes manque, leurs lignes ne sont pas prises : ${names}.`);
  }
  return outlined;
}
