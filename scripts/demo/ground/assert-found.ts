import { AppError } from '../../../src/domain/errors.ts';

/** `value` when it was found. @throws {AppError} `source-unreadable` naming what was sought. */
export function assertFound<T>(value: T | undefined, sought: string): T {
  if (value === undefined) {
    throw new AppError('source-unreadable', `not found: ${sought}`, { sought });
  }
  return value;
}
