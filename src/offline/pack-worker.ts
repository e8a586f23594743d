import { serveTask } from '../tasks/task.ts';
import type { PackAnswer, PackProgress, PackRequest } from './pack-protocol.ts';
import { measurePack, writePack } from './write-pack.ts';

serveTask<PackRequest, PackAnswer, PackProgress>(async (request, onProgress) =>
  request.name === 'measure'
    ? { kind: 'measured', bytes: await measurePack(request) }
    : { kind: 'prepared', record: await writePack(request, onProgress) },
);
