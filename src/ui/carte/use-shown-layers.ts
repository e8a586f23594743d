import { useMemo } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { useAppState } from '../app-context.tsx';

/** The layers that are turned on, topmost first, less those of the base map. */
export function useShownLayers(): Layer[] {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  return useMemo(
    () => shown.flatMap(({ id }) => catalogue?.layers.filter((l) => l.id === id && !l.base) ?? []),
    [catalogue, shown],
  );
}
