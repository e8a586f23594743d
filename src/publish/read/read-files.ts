import { AppError } from '../../domain/errors.ts';
import type { Gdal } from '../../gdal/gdal.ts';
import type { PrepareStep } from '../prepare.ts';
import type { SourceFile } from '../source-file.ts';
import { failureSentence } from '../strings/failure-sentence.ts';
import { placeTable } from './columns/table-geometry.ts';
import { FORMATS } from './formats.ts';
import { groupFiles, type ReadableGroup } from './group-files.ts';
import { sniff } from './sniff.ts';
import type { SourceTable } from './source.ts';
import { extensionOf } from './source-format.ts';
import { splitFamilies } from './split-families.ts';

/** What readers may use. */
export interface ReadContext {
  gdal(): Promise<Gdal>;
  onStep?: (step: PrepareStep) => void;
  signal?: AbortSignal;
}

/**
 * Every table of the files handed over, in the order of their paths; a table of several families of geometry comes as one
 * for each. Archives must have been unpacked (`unpack`).
 * @throws {AppError} `source-unreadable` when a file is empty or broken: its own failure, or, when there are several,
 * reason `several-broken` with the sentence of each; `format-unknown` when none can be read, with the `extensions` seen
 * and the `formats` that are read. Whatever else a reader throws is reason `reader`.
 */
export async function readFiles(
  files: readonly SourceFile[],
  context: ReadContext,
): Promise<SourceTable[]> {
  const groups = groupFiles(files);
  if (groups.length === 0) throw nothingToRead(files);
  const tables: SourceTable[] = [];
  const failures: AppError[] = [];
  for (const [index, readable] of groups.entries()) {
    context.signal?.throwIfAborted();
    const { path } = readable.group.main;
    context.onStep?.({ step: 'read', name: path, done: index, total: groups.length });
    try {
      tables.push(...(await readGroup(readable, context)));
    } catch (error) {
      context.signal?.throwIfAborted();
      failures.push(toFailure(error, path));
    }
  }
  if (failures.length > 0) throw oneFailure(failures);
  return tables.map(placeTable).flatMap(splitFamilies);
}

async function readGroup(
  { group, format }: ReadableGroup,
  context: ReadContext,
): Promise<SourceTable[]> {
  const { path, bytes } = group.main;
  if (bytes.length === 0) throw unreadable(path, 'empty', {});
  if (sniff(bytes) === 'html') throw unreadable(path, 'html', {});
  return format.read(group, context);
}

function toFailure(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  return unreadable(path, 'reader', { words: (error as Error).message ?? String(error) }, error);
}

function oneFailure(failures: AppError[]): AppError {
  const [first] = failures as [AppError];
  if (failures.length === 1) return first;
  const context = {
    reason: 'several-broken',
    count: failures.length,
    failures: failures.map((failure) => failureSentence(failure)).join('\n'),
  };
  return new AppError('source-unreadable', `${failures.length} broken files`, context, first);
}

/** As many as a sentence can hold; that there are more is said. */
const NAMED_EXTENSIONS = 12;

function nothingToRead(files: readonly SourceFile[]): AppError {
  const extensions = [...new Set(files.map(({ path }) => extensionOf(path) || path))];
  const named = extensions.slice(0, NAMED_EXTENSIONS);
  if (named.length < extensions.length) named.push('…');
  const page = files.find(({ bytes }) => sniff(bytes) === 'html');
  if (page) return unreadable(page.path, 'html', {});
  const context = {
    source: files.length === 1 ? (files[0] as SourceFile).path : '',
    count: files.length,
    extensions: named.join(', '),
    formats: FORMATS.map(({ name }) => name).join(', '),
  };
  return new AppError('format-unknown', `no reader for ${context.extensions}`, context);
}

function unreadable(
  source: string,
  reason: string,
  facts: Record<string, string>,
  cause?: unknown,
): AppError {
  const context = { source, reason, ...facts };
  return new AppError('source-unreadable', `${source}: ${reason}`, context, cause);
}
