import { errorToData } from '../domain/errors.ts';
import type { Gdal } from '../gdal/gdal.ts';
import { httpSource } from '../loaders/byte-source.ts';
import { createPublishDesk } from './desk.ts';
import type { FromPublisher, PublishMessageName, ToPublisher } from './protocol.ts';

let gdal: Promise<Gdal> | null = null;

const desk = createPublishDesk({
  openFile: httpSource,
  gdal() {
    gdal ??= import('../gdal/browser-gdal.ts').then(({ openGdal }) => openGdal());
    return gdal;
  },
});

const send = (message: FromPublisher, transfer: Transferable[] = []) =>
  globalThis.postMessage(message, { transfer });

/** One message after the other: what is asked for meanwhile may need what the one before gives. */
let last: Promise<unknown> = Promise.resolve();

globalThis.onmessage = ({ data }: MessageEvent<ToPublisher>) => {
  last = last.then(() => answer(data.id, data.name, data.request));
};

async function answer(id: number, name: PublishMessageName, request: unknown): Promise<void> {
  try {
    const response = await desk[name](request as never, (step) => send({ id, kind: 'step', step }));
    send({ id, kind: 'done', response });
  } catch (error) {
    send({ id, kind: 'failed', error: errorToData(error) });
  }
}
