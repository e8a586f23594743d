import type { ReaderKind } from '../recipe.ts';
import type { SourceReader } from '../source-reader.ts';

/** Kind of a recipe → its reader, loaded when a recipe needs it. */
export const READERS: Partial<Record<ReaderKind, () => Promise<SourceReader>>> = {};
