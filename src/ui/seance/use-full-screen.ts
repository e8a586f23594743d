import { useCallback, useEffect, useState } from 'react';
import { show } from '../strings/seance.ts';

/**
 * Shows the page on the whole screen while it is presented, where the browser lets it: without, the presentation fills the window.
 * `problem` is the sentence that says why not.
 */
export function useFullScreen(): { toggle: () => void; problem: string | null } {
  const [problem, setProblem] = useState<string | null>(null);
  const enter = useCallback(() => {
    const asked = document.documentElement.requestFullscreen?.();
    if (!asked) setProblem(show.noFullScreen);
    asked?.then(
      () => setProblem(null),
      () => setProblem(show.noFullScreen),
    );
  }, []);
  useEffect(() => {
    // A link that opens a presentation has no gesture behind it, which browsers want: the key F is one.
    if (navigator.userActivation?.isActive) enter();
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [enter]);
  const toggle = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else enter();
  }, [enter]);
  return { toggle, problem };
}
