import { useCallback, useEffect, useState } from 'react';
import { type ErrorData, errorToData, isAbort } from '../../../domain/errors.ts';
import type { Feature } from '../../../domain/feature.ts';
import type { ParcelSheet, SheetLine } from '../../../domain/parcel-sheet.ts';
import type { Progress } from '../../../domain/progress.ts';
import { useAppState, useEffects } from '../../app-context.tsx';

/** The sheet of a feature, or what stands in its way; `none`: the territory describes no sheet. */
export type SheetStatus =
  | { kind: 'none' }
  | { kind: 'reading'; progress: Progress | null }
  | { kind: 'ready'; sheet: ParcelSheet; lines: SheetLine[] }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: ErrorData };

/** Reads the sheet of a feature; one that is no more wanted, for another was chosen or it was stopped, is cancelled. */
export function useParcelSheet({ layer, key }: Feature) {
  const { readLibrary, readSheet } = useEffects();
  const library = useAppState((state) => state.library);
  const [status, setStatus] = useState<SheetStatus>({ kind: 'reading', progress: null });
  const [stop, setStop] = useState<AbortController | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => void readLibrary(), [readLibrary]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for the same sheet once more
  useEffect(() => {
    if (library.kind === 'failed') setStatus({ kind: 'failed', error: library.error });
    if (library.kind !== 'ready') return;
    const lines = library.library.parcelSheet ?? [];
    if (lines.length === 0) {
      setStatus({ kind: 'none' });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const set = (next: SheetStatus) => {
      if (!signal.aborted) setStatus(next);
    };
    setStop(controller);
    set({ kind: 'reading', progress: null });
    const onProgress = (progress: Progress) => set({ kind: 'reading', progress });
    readSheet({ layer, key }, lines, { signal, onProgress }).then(
      (sheet) => set({ kind: 'ready', sheet, lines }),
      (error: unknown) => {
        if (!isAbort(error)) set({ kind: 'failed', error: errorToData(error) });
      },
    );
    return () => controller.abort();
  }, [library, layer, key, turn, readSheet]);
  return {
    status,
    cancel: useCallback(() => {
      stop?.abort();
      setStatus({ kind: 'stopped' });
    }, [stop]),
    again: useCallback(() => setTurn((last) => last + 1), []),
  };
}
