import { createPublisher, type Publisher } from '../../publish/client.ts';

/** The chain of publishing in a worker of its own, which starts when it is first called. */
export function openPublisher(): Publisher {
  return createPublisher(
    () =>
      new Worker(new URL('../../publish/worker.ts', import.meta.url), {
        type: 'module',
        name: 'publish',
      }),
  );
}
