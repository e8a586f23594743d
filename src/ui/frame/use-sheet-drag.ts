import { type PointerEvent, type RefObject, useRef } from 'react';
import type { SheetStop } from './use-sheet.ts';

/**
 * Lets the sheet follow a finger on its handle; when it is lifted the sheet goes to the nearest stop. A touch that hardly moves
 * stays a press of what lies under it.
 */
export function useSheetDrag(
  panel: RefObject<HTMLElement | null>,
  onStop: (stop: SheetStop) => void,
) {
  const drag = useRef<{ y: number; height: number; isMoving: boolean } | null>(null);
  const end = () => {
    drag.current = null;
    panel.current?.style.removeProperty('height');
    panel.current?.style.removeProperty('transition');
  };
  return {
    onPointerDown: ({ clientY }: PointerEvent) => {
      const height = panel.current?.offsetHeight ?? 0;
      drag.current = { y: clientY, height, isMoving: false };
    },
    onPointerMove: ({ clientY, currentTarget, pointerId }: PointerEvent) => {
      const [held, element] = [drag.current, panel.current];
      if (!held || !element) return;
      const travelled = held.y - clientY;
      if (!held.isMoving && Math.abs(travelled) < SLACK_PX) return;
      if (!held.isMoving) currentTarget.setPointerCapture(pointerId);
      held.isMoving = true;
      element.style.transition = 'none';
      element.style.height = `${Math.max(MIN_PX, held.height + travelled)}px`;
    },
    onPointerUp: () => {
      const [held, element] = [drag.current, panel.current];
      if (held?.isMoving && element?.parentElement) {
        onStop(nearestStop(element.offsetHeight, heightUnder(element)));
      }
      end();
    },
    onPointerCancel: end,
  };
}

/** The stop whose height is nearest: those of `panel.css`, where the sheet has `room` pixels at most. */
export function nearestStop(height: number, room: number): SheetStop {
  const heights: [SheetStop, number][] = [
    ['peek', PEEK_PX],
    ['half', HALF_SHARE * room],
    ['full', room],
  ];
  const gap = ([, stopped]: [SheetStop, number]) => Math.abs(stopped - height);
  return heights.reduce((best, one) => (gap(one) < gap(best) ? one : best))[0];
}

/** The height of the map, which the sheet may cover whole. */
function heightUnder(panel: HTMLElement): number {
  return panel.parentElement?.querySelector<HTMLElement>('.stage')?.offsetHeight ?? 0;
}

const SLACK_PX = 8;
const MIN_PX = 48;
const PEEK_PX = 96;
const HALF_SHARE = 0.48;
