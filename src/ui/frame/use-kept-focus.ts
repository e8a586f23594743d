import { type RefObject, useEffect, useRef } from 'react';

/** The focus of a button that gives its place to another while something runs. */
export interface KeptFocus {
  /** The button that starts it. */
  start: RefObject<HTMLButtonElement | null>;
  /** To be called when that button is pressed. */
  keep(): void;
  /** Whether the button that stops it must take the focus. */
  isKept(): boolean;
}

/** Keeps the keyboard where it is when a button disappears while something runs, and comes back after. */
export function useKeptFocus(isRunning: boolean): KeptFocus {
  const start = useRef<HTMLButtonElement>(null);
  const kept = useRef(false);
  useEffect(() => {
    if (isRunning || !kept.current) return;
    kept.current = false;
    if (document.activeElement === document.body) start.current?.focus({ preventScroll: true });
  }, [isRunning]);
  return {
    start,
    keep: () => {
      kept.current = true;
    },
    isKept: () => kept.current,
  };
}
