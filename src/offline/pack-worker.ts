import { errorToData } from '../domain/errors.ts';
import type { FromPackWorker, PackRequest } from './pack-protocol.ts';
import { measurePack, writePack } from './write-pack.ts';

const send = (message: FromPackWorker) => globalThis.postMessage(message);

globalThis.onmessage = async ({ data }: MessageEvent<PackRequest>) => {
  try {
    if (data.name === 'measure') send({ kind: 'measured', bytes: await measurePack(data) });
    else {
      const record = await writePack(data, (progress) => send({ kind: 'progress', progress }));
      send({ kind: 'prepared', record });
    }
  } catch (error) {
    send({ kind: 'failed', error: errorToData(error) });
  }
};
