import { useEffect } from 'react';
import { flyTo } from '../../state/actions.ts';
import { currentItem } from '../../state/seance-actions.ts';
import { useAct } from '../app-context.tsx';

/**
 * Fits the scene in the map again when the map changes size: when the presentation begins, goes full screen, or the window is
 * dragged. The map is enlarged with the type, names and lines too, so that every projector shows the same picture.
 */
export function useSceneFit(): void {
  const act = useAct();
  useEffect(() => {
    const stage = document.querySelector('.stage');
    const map = document.querySelector('.map-canvas');
    if (!stage || !map) return;
    const fit = () =>
      act((state) => {
        const extent = currentItem(state)?.scene.extent;
        return extent ? flyTo(state, extent) : state;
      });
    // The map hears of its new size first: it was observed before.
    const observers = [new ResizeObserver(enlarge), new ResizeObserver(fit)] as const;
    observers[0].observe(stage);
    observers[1].observe(map);
    return () => {
      for (const observer of observers) observer.disconnect();
    };
  }, [act]);
}

/** Tells the style sheet how much larger the map is drawn than on a screen that one sits at. */
function enlarge(): void {
  const { style } = document.documentElement;
  const type = document.querySelector('.show');
  const size = type ? Number.parseFloat(getComputedStyle(type).fontSize) : PLAIN_TYPE_PX;
  style.setProperty('--show-scale', String(Math.max(1, size / PLAIN_TYPE_PX)));
}

/** Height of the presentation's type at which the map is as it is on a desk, in pixels: that of a window of 1280 × 720. */
const PLAIN_TYPE_PX = 26.67;
