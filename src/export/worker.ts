import boldUrl from 'pdfmake/build/fonts/Roboto/Roboto-Medium.ttf?url';
import normalUrl from 'pdfmake/build/fonts/Roboto/Roboto-Regular.ttf?url';
import { errorToData } from '../domain/errors.ts';
import type { ExportFile } from './export-content.ts';
import type { FromExportWorker, ToExportWorker } from './export-protocol.ts';
import { writeContent } from './write-content.ts';

/** The thread that files are written in, so that the page stays free and a cancel is the end of it. */
const send = (message: FromExportWorker) => globalThis.postMessage(message);

globalThis.onmessage = async ({ data }: MessageEvent<ToExportWorker>) => {
  try {
    send({ kind: 'done', file: await write(data) });
  } catch (error) {
    send({ kind: 'failed', error: errorToData(error) });
  }
};

async function write(asked: ToExportWorker): Promise<ExportFile> {
  if (asked.kind === 'content') {
    return writeContent(asked.content, asked.format, asked.crs, {
      onStep: (step) => send({ kind: 'step', step }),
      openGdal: async () => (await import('../gdal/browser-gdal.ts')).openGdal(),
    });
  }
  send({ kind: 'step', step: 'file' });
  const [{ writeReport }, normal, bold] = await Promise.all([
    import('./report/write-report.ts'),
    fetchFont(normalUrl),
    fetchFont(boldUrl),
  ]);
  return writeReport(asked.report, { normal, bold });
}

async function fetchFont(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return response.arrayBuffer();
}
