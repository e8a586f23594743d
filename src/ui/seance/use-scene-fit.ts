import { useEffect } from 'react';
import { flyTo } from '../../state/actions.ts';
import { currentItem } from '../../state/seance-actions.ts';
import { useAct } from '../app-context.tsx';

/** Fits the scene in the map again when the map changes size: when the presentation begins, goes full screen, or the window is dragged. */
export function useSceneFit(): void {
  const act = useAct();
  useEffect(() => {
    const stage = document.querySelector('.stage');
    if (!stage) return;
    const observer = new ResizeObserver(() =>
      act((state) => {
        const extent = currentItem(state)?.scene.extent;
        return extent ? flyTo(state, extent) : state;
      }),
    );
    observer.observe(stage);
    return () => observer.disconnect();
  }, [act]);
}
