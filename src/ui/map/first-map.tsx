import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AppState } from '../../state/app-state.ts';
import { useAppState } from '../app-context.tsx';

/**
 * The picture that `first-map.js` put where the map will be, kept in its place until the map is painted, or shows something else: the
 * same element, so that it never goes meanwhile.
 */
export function FirstMap() {
  const [picture, setPicture] = useState(takePicture);
  const [isTouched, setTouched] = useState(false);
  const isOver = useAppState(isPictureOver) || isTouched;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (picture) place.current?.replaceChildren(picture);
  }, [picture]);
  useEffect(() => {
    const map = place.current?.parentElement;
    const touch = () => setTouched(true);
    for (const event of MOVES) map?.addEventListener(event, touch, { once: true, passive: true });
    return () => {
      for (const event of MOVES) map?.removeEventListener(event, touch);
    };
  }, []);
  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(setPicture, FADE_MS, null);
    return () => clearTimeout(timer);
  }, [isOver]);
  return picture && <div ref={place} className="first-map-place" data-over={isOver || undefined} />;
}

function takePicture(): HTMLElement | null {
  const { picture } = window.first;
  window.first.picture = null;
  return picture;
}

/** A page without a link begins with a flight to the whole territory, which the picture shows. */
function isPictureOver(state: AppState): boolean {
  const { isPainted, isMapless, flight, catalogue, screen, card } = state;
  const isElsewhere = flight !== null && flight.extent !== catalogue?.territory.extent;
  return isPainted || isMapless || isElsewhere || screen !== 'carte' || card.kind !== 'closed';
}

/** What moves the map under the picture, which would then show another place. */
const MOVES = ['pointerdown', 'wheel', 'keydown'];

/** That of `.first-map-place`. */
const FADE_MS = 150;
