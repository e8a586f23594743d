import { useEffect, useState } from 'react';
import { isAbort } from '../../domain/errors.ts';
import type { Layer } from '../../domain/layer.ts';
import { useEffects } from '../app-context.tsx';

/** Sum of the areas (m²) or lengths (m) of all features of a layer, read when it is first asked for; null until then, for points and for very large layers. */
export function useLayerTotal(layer: Layer): number | null {
  const { layerTotal, tell } = useEffects();
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    if (layer.geometry === 'point') return;
    const controller = new AbortController();
    const { signal } = controller;
    layerTotal(layer.id, signal).then(
      (found) => !signal.aborted && setTotal(found),
      (error: unknown) => {
        if (!isAbort(error) && !signal.aborted) tell(error);
      },
    );
    return () => controller.abort();
  }, [layerTotal, tell, layer.id, layer.geometry]);
  return total;
}
