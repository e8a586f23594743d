import { isAbort } from '../domain/errors.ts';
import type { ParcelSheet, SheetLine } from '../domain/parcel-sheet.ts';
import type { Progress } from '../domain/progress.ts';
import type { Shape } from '../domain/shape.ts';
import type { Engine } from '../engine/protocol.ts';
import type { Selection } from './app-state.ts';

/** How the reading of a sheet is followed and stopped. */
export interface SheetReading {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** The effects of the sheet of a feature and of the questions about it. */
export function createSheetEffects(engine: Engine, tell: (error: unknown) => void) {
  return {
    /** What lies on and around a feature; rejects with an abort when `signal` does, or with why it has no sheet. */
    readSheet(
      { layer, key }: Selection,
      lines: SheetLine[],
      reading: SheetReading,
    ): Promise<ParcelSheet> {
      return engine.call('parcelSheet', { layer, key, lines }, reading);
    },

    /** The outline of a feature as a shape of that name; null when it has none, which a notice tells. */
    async shapeOfFeature({ layer, key }: Selection, name: string): Promise<Shape | null> {
      try {
        const { geometry } = await engine.call('readShape', { layer, key });
        return { name, geometry };
      } catch (error) {
        if (!isAbort(error)) tell(error);
        return null;
      }
    },
  };
}
