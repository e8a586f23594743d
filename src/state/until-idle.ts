/** Ends when the page has shown what it has to, or after a third of a second where it never rests or cannot tell. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, IDLE_WAIT_MS);
    else requestIdleCallback(() => resolve(), { timeout: IDLE_WAIT_MS });
  });
}

const IDLE_WAIT_MS = 300;
