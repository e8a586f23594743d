import { drawPage } from '../../paper/pdf/draw-page.ts';
import {
  documentMeasure,
  endDocument,
  openDocument,
  type PaperFonts,
} from '../../paper/pdf/open-document.ts';
import { plainMeasure } from '../../paper/pdf/plain-text.ts';
import type { ExportFile } from '../export-content.ts';
import { layOutReport } from './lay-out-report.ts';
import type { DrawnReportMap, ReportContent } from './report-content.ts';

/**
 * A report as a PDF: text that is found, copied and read aloud, its tables with their headings, map and charts as vectors. About 0.3 ms a row
 * of seven columns.
 */
export async function writeReport(
  { map: _map, ...report }: ReportContent,
  map: DrawnReportMap | null,
  fonts: PaperFonts,
): Promise<ExportFile> {
  const { content, territory, day } = report;
  const document = openDocument(fonts, {
    title: content.title,
    subject: content.criteria,
    author: territory,
    made: new Date(`${day}T00:00:00Z`),
  });
  const pages = layOutReport(report, map, documentMeasure(document), plainMeasure(document));
  for (const page of pages) drawPage(document, page);
  return {
    blob: new Blob([await endDocument(document)], { type: 'application/pdf' }),
    remarks: [],
  };
}
