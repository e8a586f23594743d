import { useEffect } from 'react';
import type { LngLat } from '../../../domain/units.ts';
import { addVertex, finishMeasure, undoVertex } from '../../../state/measure-actions.ts';
import { useAct } from '../../app-context.tsx';

/** On the map: Enter puts a point at its middle, Backspace takes the last back, Escape ends the measure. */
export function useMeasureKeys(centre: LngLat | null): void {
  const act = useAct();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOnMap = event.target instanceof Element && event.target.closest('.map') !== null;
      if (event.defaultPrevented || !isOnMap) return;
      if (event.key === 'Enter' && centre) act((state) => addVertex(state, centre));
      else if (event.key === 'Backspace') act(undoVertex);
      else if (event.key === 'Escape') act(finishMeasure);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act, centre]);
}
