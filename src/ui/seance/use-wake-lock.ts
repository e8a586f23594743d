import { useEffect, useState } from 'react';
import { show } from '../strings/seance.ts';

/** Keeps the screen awake while the page is in sight; gives the sentence that says that it could not, or null. */
export function useWakeLock(): string | null {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const take = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        setProblem(null);
        if (isOver) await lock.release();
      } catch {
        // A low battery, a policy of the office: the speaker is told, and nothing else depends on it.
        setProblem(show.noWakeLock);
      }
    };
    void take();
    document.addEventListener('visibilitychange', take);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', take);
      void lock?.release();
    };
  }, []);
  return problem;
}
