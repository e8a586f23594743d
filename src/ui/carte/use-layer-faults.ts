import { useCallback, useEffect, useRef, useState } from 'react';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { LayerFaults } from '../../domain/geometry-fault.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Progress } from '../../domain/progress.ts';
import { isLarge } from '../../domain/style/large-layer.ts';
import { useAppState, useEffects } from '../app-context.tsx';

/** What is known of the faults of a layer. */
export interface FaultsReading {
  /** Null until they were read. */
  found: LayerFaults | null;
  isChecking: boolean;
  progress: Progress | null;
  error: ErrorData | null;
  /** Checks every geometry; what was found before stays until it ends. */
  check(): void;
  cancel(): void;
}

/**
 * The faults of a layer: those that its reading found as soon as it is in memory whole, all of them once it was
 * checked. A check stops when its component goes.
 */
export function useLayerFaults(layer: Layer): FaultsReading {
  const { layerFaults } = useEffects();
  const isRead = useAppState((state) => state.layerStatus[layer.id]?.kind === 'ready');
  const [reading, setReading] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);
  const read = useCallback(
    async (check: boolean) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const onProgress = (progress: Progress) => {
        if (!signal.aborted) setReading((before) => ({ ...before, progress }));
      };
      setReading(({ found }) => ({ ...NOTHING, found, isChecking: check }));
      try {
        const found = await layerFaults(layer.id, check, { signal, onProgress });
        setReading({ ...NOTHING, found });
      } catch (error) {
        if (isAbort(error)) return;
        setReading(({ found }) => ({ ...NOTHING, found, error: errorToData(error) }));
      }
    },
    [layerFaults, layer.id],
  );
  const isInMemory = isRead && !isLarge(layer);
  useEffect(() => {
    if (isInMemory && !running.current) void read(false);
  }, [isInMemory, read]);
  useEffect(
    () => () => {
      running.current?.abort();
      running.current = null;
    },
    [],
  );
  const cancel = () => {
    running.current?.abort();
    setReading(({ found }) => ({ ...NOTHING, found }));
  };
  return { ...reading, check: () => void read(true), cancel };
}

const NOTHING: Omit<FaultsReading, 'check' | 'cancel'> = {
  found: null,
  isChecking: false,
  progress: null,
  error: null,
};
