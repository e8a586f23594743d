import { useEffect, useState } from 'react';
import { isAbort } from '../../domain/errors.ts';
import type { Layer } from '../../domain/layer.ts';
import { untilIdle } from '../../state/until-idle.ts';
import { useEffects } from '../app-context.tsx';

/** Sum of the areas (m²) or lengths (m) of all features of a layer, read when it is first asked for; null until then, for points and for very large layers. */
export function useLayerTotal(layer: Layer): number | null {
  const { layerTotal, tell } = useEffects();
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    if (layer.geometry === 'point') return;
    const controller = new AbortController();
    const { signal } = controller;
    const read = async () => {
      // The first rows of the table are waited for, a share of the whole is not.
      await untilIdle();
      signal.throwIfAborted();
      const found = await layerTotal(layer.id, signal);
      if (!signal.aborted) setTotal(found);
    };
    read().catch((error: unknown) => {
      if (!isAbort(error) && !signal.aborted) tell(error);
    });
    return () => controller.abort();
  }, [layerTotal, tell, layer.id, layer.geometry]);
  return total;
}
