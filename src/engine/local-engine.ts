import { createHandlers } from './handlers.ts';
import type { Platform } from './platform.ts';
import type { Engine } from './protocol.ts';

/** The engine in the caller's own thread: for Node, where nothing waits for a frame. */
export function createLocalEngine(platform: Platform): Engine {
  const handlers = createHandlers(platform);
  return {
    call(name, request, { signal = new AbortController().signal, onProgress = () => {} } = {}) {
      return handlers[name](request, { signal, onProgress });
    },
  };
}
