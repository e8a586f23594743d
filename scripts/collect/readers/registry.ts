import type { ReaderKind } from '../recipe.ts';
import type { SourceReader } from '../source-reader.ts';

/** The reader of a kind, loaded when a recipe needs it. */
export function openReader(kind: ReaderKind): Promise<SourceReader> {
  return READERS[kind]();
}

const READERS: Record<ReaderKind, () => Promise<SourceReader>> = {
  communes: async () => (await import('./communes.ts')).COMMUNES,
  cadastre: async () => (await import('./cadastre.ts')).CADASTRE,
  gpu: async () => (await import('./gpu.ts')).GPU,
  archive: async () => (await import('./archive.ts')).ARCHIVE,
  wfs: async () => (await import('./wfs.ts')).WFS,
  geoparquet: async () => (await import('./geoparquet.ts')).GEOPARQUET,
  file: async () => (await import('./file.ts')).FILE,
  table: async () => (await import('./table.ts')).TABLE,
  georisques: async () => (await import('./georisques.ts')).GEORISQUES,
};
