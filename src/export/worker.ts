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
  const { report } = asked;
  if (report.map) onStep('map');
  const [{ writeReport }, { drawReportMap }, fonts] = await Promise.all([
    import('./report/write-report.ts'),
    import('./report/report-map.ts'),
    import('../paper/paper-faces.ts').then(({ fetchPaperFonts }) => fetchPaperFonts()),
  ]);
  const map = report.map && (await drawReportMap(report.map));
  onStep('file');
  return writeReport(report, map, fonts);
}
