import { useCallback, useEffect, useLayoutEffect } from 'react';
import { flyTo } from '../../state/actions.ts';
import { currentItem, setSeance } from '../../state/seance-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { type Covered, scenePadding } from './scene-padding.ts';

/**
 * Fits the scene in the map, clear of its legend: when it comes, when the communes are coloured, and when the map changes size, as
 * the presentation begins, goes full screen, or the window is dragged. The map is enlarged with the type, names and lines too, so
 * that every projector shows the same picture.
 */
export function useSceneFit(): void {
  const act = useAct();
  const scene = useAppState(({ seance }) => seance.presenter?.scene);
  const figure = useAppState(({ choropleth }) => choropleth?.column);
  const fit = useCallback(() => {
    const map = document.querySelector<HTMLElement>('.map-canvas');
    if (!map) return;
    act((state) => {
      const extent = currentItem(state)?.scene.extent;
      if (!extent) return state;
      const size = { width: map.clientWidth, height: map.clientHeight };
      return flyTo(setSeance(state, { clear: scenePadding(extent, size, coveredOf(map)) }), extent);
    });
  }, [act]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene or figure is what has another legend
  useLayoutEffect(fit, [fit, scene, figure]);
  useEffect(() => {
    const stage = document.querySelector('.stage');
    const map = document.querySelector('.map-canvas');
    if (!stage || !map) return;
    // The map hears of its new size first: it was observed before.
    const observers = [new ResizeObserver(enlarge), new ResizeObserver(fit)] as const;
    observers[0].observe(stage);
    observers[1].observe(map);
    return () => {
      for (const observer of observers) observer.disconnect();
    };
  }, [fit]);
}

/** What the legend and the switch of the sides cover, in pixels of the map, which is enlarged. */
function coveredOf(map: HTMLElement): Covered {
  const box = map.getBoundingClientRect();
  const scale = box.width / map.offsetWidth || 1;
  const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
  const legend = boxOf('.show-legend');
  const sides = boxOf('.show-sides');
  return {
    corner: legend
      ? {
          width: (legend.right - box.left) / scale,
          height: (box.bottom - legend.top) / scale,
        }
      : null,
    top: sides ? (sides.bottom - box.top) / scale : 0,
  };
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
