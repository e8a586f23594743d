import { AppError } from '../domain/errors.ts';

/** GRS80 (IUGG 1979): semi-major axis in metres. */
export const GRS80_A_M = 6378137;

/** GRS80 (IUGG 1979): flattening. */
export const GRS80_F = 1 / 298.257222101;

/**
 * Reads the numbers of a PROJ definition of a projection of type `proj` on GRS80 in metres: gives what a parameter is worth, by
 * its name.
 * @throws {AppError} `crs-unknown` for any other definition.
 */
export function readProjDefinition(definition: string, proj: string): (name: string) => number {
  const parameters = new Map(
    definition
      .split('+')
      .filter(Boolean)
      .map((word) => word.trim().split('=') as [string, string]),
  );
  const is = (name: string, value: string) => parameters.get(name) === value;
  if (!is('proj', proj) || !is('ellps', 'GRS80') || !is('units', 'm')) {
    const message = `"${definition}" is not ${proj} on GRS80 in m`;
    throw new AppError('crs-unknown', message, { definition });
  }
  return (name) => Number(parameters.get(name));
}
