import { useSyncExternalStore } from 'react';

/** Whether the window is under 1024 px wide, where the panel is a sheet and the table a list of cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isWindowNarrow);
}

/** Whether the window is under 1024 px wide now. */
export const isWindowNarrow = (): boolean => query().matches;

const NARROW = '(max-width: 1023.98px)';

const query = () => window.matchMedia(NARROW);

function subscribe(onChange: () => void): () => void {
  const list = query();
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}
