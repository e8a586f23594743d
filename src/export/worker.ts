import boldUrl from 'pdfmake/build/fonts/Roboto/Roboto-Medium.ttf?url';
import normalUrl from 'pdfmake/build/fonts/Roboto/Roboto-Regular.ttf?url';
import { serveTask } from '../tasks/task.ts';
import type { ExportFile, ExportStep } from './export-content.ts';
import type { ToExportWorker } from './export-protocol.ts';
import { writeContent } from './write-content.ts';

/** The thread that files are written in, so that the page stays free and a cancel is the end of it. */
serveTask(write);

async function write(
  asked: ToExportWorker,
  onStep: (step: ExportStep) => void,
): Promise<ExportFile> {
  if (asked.kind === 'content') {
    return writeContent(asked.content, asked.format, asked.crs, {
      onStep,
      openGdal: async () => (await import('../gdal/browser-gdal.ts')).openGdal(),
    });
  }
  onStep('file');
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
