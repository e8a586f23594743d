import { AppError } from '../../../src/domain/errors.ts';
import type { ReaderKind } from '../recipe.ts';
import type { SourceReader } from '../source-reader.ts';
import { READERS } from './registry.ts';

/** The reader of a kind. @throws {AppError} `source-failed`, reason `no-reader`, for a kind that has none. */
export async function openReader(kind: ReaderKind): Promise<SourceReader> {
  const open = READERS[kind];
  if (!open)
    throw new AppError('source-failed', `no reader ${kind}`, { reason: 'no-reader', kind });
  return open();
}
