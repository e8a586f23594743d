import { useMemo } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { ShownLayer } from '../../state/app-state.ts';
import { drawnSplit } from '../../state/split.ts';
import { useAppState } from '../app-context.tsx';

/** The layers that are turned on, topmost first, less those of the base map. */
export function useShownLayers(): Layer[] {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  return useMemo(() => themesOf(catalogue, shown), [catalogue, shown]);
}

/** The layers that the second of two maps shows and the first does not, topmost first; none where there is one map. */
export function useOtherSideLayers(): Layer[] {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  const other = useAppState((state) => drawnSplit(state)?.shown);
  return useMemo(() => {
    const isHere = (id: string) => shown.some((layer) => layer.id === id);
    return themesOf(catalogue, other?.filter(({ id }) => !isHere(id)) ?? []);
  }, [catalogue, shown, other]);
}

const themesOf = (catalogue: Catalogue | null, shown: readonly ShownLayer[]): Layer[] =>
  shown.flatMap(({ id }) => catalogue?.layers.filter((l) => l.id === id && !l.base) ?? []);
