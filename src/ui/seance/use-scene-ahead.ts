import { useEffect } from 'react';
import type { Scene } from '../../domain/seance.ts';
import { itemsOf } from '../../state/seance-actions.ts';
import { useAppState } from '../app-context.tsx';
import { useSeance } from './seance-context.ts';
import { useSceneFigure } from './use-scene-choropleth.ts';

/** Fetches the layers of the next scene, and has its figure computed, once all of this one is there: its change waits for nothing. */
export function useSceneAhead(): void {
  const { fetchAhead } = useSeance();
  const index = useAppState(({ seance }) => seance.presenter?.index ?? 0);
  const next = useAppState((state) => itemsOf(state)[index + 1]?.scene);
  const here = useAppState((state) => itemsOf(state)[index]?.scene);
  const isThere = useAppState(({ shown, layerStatus }) =>
    shown.every(({ id }) => layerStatus[id]?.kind !== 'loading'),
  );
  const isColoured = useAppState(
    ({ choropleth }) => choropleth !== null || here?.choropleth === undefined,
  );
  useSceneFigure(isThere && isColoured ? next?.choropleth : undefined);
  useEffect(() => {
    if (!isThere) return;
    // The other side of this scene comes first: it is one key away.
    const layers = [here, next].flatMap((scene) => (scene ? layersOf(scene) : []));
    fetchAhead([...new Set(layers)]);
  }, [isThere, here, next, fetchAhead]);
}

function layersOf({ layers, beforeAfter }: Scene): string[] {
  const sides = beforeAfter ? [beforeAfter.before, beforeAfter.after] : [];
  return [...layers.map(({ id }) => id), ...sides.flatMap((side) => side.layers)];
}
