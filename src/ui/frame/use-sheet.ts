import { useEffect, useState } from 'react';

/** The heights of the sheet that the panel is on narrow windows. */
export const SHEET_STOPS = ['peek', 'half', 'full'] as const;

/** One of `SHEET_STOPS`. */
export type SheetStop = (typeof SHEET_STOPS)[number];

/** Where the sheet stands. It stops at `first` again whenever that changes; to see the map it leaves at least half of it. */
export function useSheet(first: SheetStop) {
  const [stop, setStop] = useState<SheetStop>(first);
  useEffect(() => setStop(first), [first]);
  return {
    stop,
    onStop: setStop,
    onSeeMap: () => setStop((before) => (before === 'full' ? 'half' : before)),
  };
}
