import { describe, expect, it } from 'vitest';
import { createPublisher, type PublisherPort } from '../../src/publish/client.ts';
import type { FromPublisher, ToPublisher } from '../../src/publish/protocol.ts';
import { createDesk } from './create-desk.ts';

interface TestPort extends PublisherPort {
  sent: ToPublisher[];
  isEnded: boolean;
  reply(message: FromPublisher): void;
  fail(message: string): void;
}

function createPorts() {
  const ports: TestPort[] = [];
  const start = () => {
    const listeners: Record<string, (event: never) => void> = {};
    const port: TestPort = {
      sent: [],
      isEnded: false,
      postMessage: (message) => port.sent.push(message),
      addEventListener: (type: string, listener: (event: never) => void) => {
        listeners[type] = listener;
      },
      terminate: () => {
        port.isEnded = true;
      },
      reply: (data) => listeners.message?.({ data } as never),
      fail: (message) => listeners.error?.({ message } as never),
    };
    ports.push(port);
    return port;
  };
  return { ports, publisher: createPublisher(start) };
}

const read = { files: [], site: createDesk().site };
const lastId = (port: TestPort | undefined) => port?.sent.at(-1)?.id ?? 0;

describe('the publisher', () => {
  it('starts no worker before it is needed, and tells the steps of a call to its caller', async () => {
    const { ports, publisher } = createPorts();
    expect(ports).toHaveLength(0);
    const steps: string[] = [];
    const done = publisher.call('read', read, { onStep: ({ name }) => steps.push(name) });
    const id = lastId(ports[0]);
    ports[0]?.reply({
      id,
      kind: 'step',
      step: { step: 'read', name: 'a.gpkg', done: 0, total: 1 },
    });
    ports[0]?.reply({ id, kind: 'done', response: { layers: [] } });
    expect(await done).toEqual({ layers: [] });
    expect(steps).toEqual(['a.gpkg']);
  });

  it('ends the worker when a call is cancelled, and gives the next one what was read and prepared', async () => {
    const { ports, publisher } = createPorts();
    const reading = publisher.call('read', read);
    ports[0]?.reply({ id: lastId(ports[0]), kind: 'done', response: {} });
    await reading;
    const preparing = publisher.call('prepare', { choices: [] });
    ports[0]?.reply({ id: lastId(ports[0]), kind: 'done', response: [] });
    await preparing;
    const controller = new AbortController();
    const cancelled = publisher.call('bundle', { layers: [] }, { signal: controller.signal });
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(ports[0]?.isEnded).toBe(true);
    publisher.call('bundle', { layers: [] }).catch(() => undefined);
    expect(ports[1]?.sent.map(({ name }) => name)).toEqual(['read', 'prepare', 'bundle']);
  });

  it('forgets what was prepared when other files are read, and all of it when it is closed', async () => {
    const { ports, publisher } = createPorts();
    const first = publisher.call('read', read);
    ports[0]?.reply({ id: lastId(ports[0]), kind: 'done', response: {} });
    await first;
    publisher.close();
    expect(ports[0]?.isEnded).toBe(true);
    publisher.call('prepare', { choices: [] }).catch(() => undefined);
    expect(ports[1]?.sent.map(({ name }) => name)).toEqual(['prepare']);
  });

  it('fails every call when the worker breaks down, and goes on with another', async () => {
    const { ports, publisher } = createPorts();
    const reading = publisher.call('read', read);
    ports[0]?.fail('out of memory');
    await expect(reading).rejects.toMatchObject({
      code: 'engine-failed',
      message: 'out of memory',
    });
    publisher.call('read', read).catch(() => undefined);
    expect(ports).toHaveLength(2);
  });
});
