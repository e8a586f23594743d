import { useEffect, useState } from 'react';
import type { Presenter } from '../../state/seance-presenter.ts';
import { show } from '../strings/seance.ts';

/** How long the present item and the whole presentation have taken. */
export function ShowTimer({ presenter }: { presenter: Presenter }) {
  const now = useClock();
  return (
    <p className="show-timer" role="timer" aria-live="off">
      <span>{`${show.timer.item} ${formatElapsed(now - presenter.itemAt)}`}</span>
      <span>{`${show.timer.total} ${formatElapsed(now - presenter.startedAt)}`}</span>
    </p>
  );
}

/** The time, each second: milliseconds since 1970. */
export function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A duration in milliseconds as a stopwatch shows it: `4:05`, `1:02:09`. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
