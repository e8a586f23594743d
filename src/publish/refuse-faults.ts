import { AppError } from '../domain/errors.ts';
import type { GeometryFault } from '../domain/geometry-fault.ts';

/**
 * Refuses a source with geometries that could not be read: what is published is whole.
 * @throws {AppError} `geometry-invalid` with the first `row`, its `reason`, and the `others`, counted from 1.
 */
export function refuseFaults(source: string, faults: readonly GeometryFault[]): void {
  const [first, ...others] = faults;
  if (!first) return;
  const { row, reason } = first;
  const context = { source, row, reason, others: others.map((fault) => fault.row + 1).join(', ') };
  throw new AppError('geometry-invalid', `${source}: row ${row}: ${reason}`, context);
}
