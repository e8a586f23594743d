import type { ReaderKind } from '../recipe.ts';
import type { SourceReader } from '../source-reader.ts';

/** Kind of a recipe → its reader, loaded when a recipe needs it. */
export const READERS: Partial<Record<ReaderKind, () => Promise<SourceReader>>> = {
  communes: async () => (await import('./communes.ts')).COMMUNES,
  cadastre: async () => (await import('./cadastre.ts')).CADASTRE,
  gpu: async () => (await import('./gpu.ts')).GPU,
  archive: async () => (await import('./archive.ts')).ARCHIVE,
  wfs: async () => (await import('./wfs.ts')).WFS,
  geoparquet: async () => (await import('./geoparquet.ts')).GEOPARQUET,
  file: async () => (await import('./file.ts')).FILE,
  georisques: async () => (await import('./georisques.ts')).GEORISQUES,
  table: async () => (await import('./table.ts')).TABLE,
};
