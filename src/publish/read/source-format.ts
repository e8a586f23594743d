import type { Gdal } from '../../gdal/gdal.ts';
import type { PrepareStep } from '../prepare.ts';
import type { SourceFile } from '../source-file.ts';
import type { SourceTable } from './source.ts';

/** What readers may use. */
export interface ReadContext {
  gdal(): Promise<Gdal>;
  onStep?: (step: PrepareStep) => void;
  signal?: AbortSignal;
}

/** A file to read, and what belongs to it. */
export interface SourceGroup {
  /** What it is by its extension, or by its content where that says otherwise; lower case: `shp`. */
  extension: string;
  main: SourceFile;
  /** Files of the same folder with the same base name, but for case: `.dbf`, `.prj`, `.cpg`… */
  beside: readonly SourceFile[];
  /** All files of the same folder, the file itself included, for formats whose parts have names of their own. */
  folder: readonly SourceFile[];
}

/** A format that is read: one file, and one line in `formats.ts`. */
export interface SourceFormat {
  /** What a person calls it: « GeoJSON ». */
  name: string;
  /** Extensions of its main file, lower case. */
  extensions: readonly string[];
  /** Extensions of files that are parts of it where they stand beside a main file. */
  parts: readonly string[];
  /**
   * All tables of a file.
   * @throws {AppError} `source-unreadable` with the path as `source` and the `reason`.
   */
  read(group: SourceGroup, context: ReadContext): SourceTable[] | Promise<SourceTable[]>;
}

/** The part of a group with an extension. */
export function partOf({ beside }: SourceGroup, extension: string): SourceFile | undefined {
  return beside.find(({ path }) => extensionOf(path) === extension);
}

/** Extension of a path, lower case, without its dot; empty when it has none. */
export function extensionOf(path: string): string {
  return path.match(/\.([^./]+)$/)?.[1]?.toLowerCase() ?? '';
}

/** Name of a path without folder and extension. */
export function baseName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/(?!^)\.[^.]*$/, '');
}
