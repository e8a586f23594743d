import { type RefObject, useLayoutEffect } from 'react';
import type { SeanceItem } from '../../domain/seance.ts';
import { useAppState } from '../app-context.tsx';

/**
 * Gives the panel the largest type in which the whole item is seen at once; an item that is too long even in the smallest has the
 * largest, and is scrolled.
 */
export function useFittedType(panel: RefObject<HTMLElement | null>, item: SeanceItem): void {
  const answer = useAppState((state) => state.answer.kind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item or answer is what changes the height
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    const adjust = () => fitType(element);
    adjust();
    const observer = new ResizeObserver(adjust);
    observer.observe(element);
    return () => observer.disconnect();
  }, [panel, item, answer]);
}

function fitType(element: HTMLElement): void {
  const set = (share: number) => element.style.setProperty('--show-fit', String(share));
  const found = SHARES.find((share) => {
    set(share);
    return element.scrollHeight <= element.clientHeight;
  });
  if (found === undefined) set(1);
}

/** Of the type of the presentation: 40 to 28 px on a screen of 1920 × 1080, which is the least that a room reads. */
const SHARES = [1, 0.92, 0.84, 0.76, 0.7];
