import pdfMake from 'pdfmake/build/pdfmake.js';
import type { ExportFile } from '../export-content.ts';
import type { ReportContent } from './report-content.ts';
import { reportDefinition } from './report-definition.ts';

/** The bytes of the two faces of a report: TrueType, for pdfmake. */
export interface ReportFonts {
  normal: ArrayBuffer;
  bold: ArrayBuffer;
}

/** A report as a PDF: text that can be searched and copied, charts and scale bar as vectors. About 2 s for 500 rows. */
export async function writeReport(report: ReportContent, fonts: ReportFonts): Promise<ExportFile> {
  const files = Object.entries(fonts).map(([face, data]) => [
    `${face}.ttf`,
    { data, encoding: 'binary' },
  ]);
  pdfMake.addVirtualFileSystem(Object.fromEntries(files));
  const face = {
    normal: 'normal.ttf',
    bold: 'bold.ttf',
    italics: 'normal.ttf',
    bolditalics: 'bold.ttf',
  };
  pdfMake.addFonts({ Roboto: face });
  pdfMake.addTableLayouts({ rows: ROWS });
  pdfMake.setUrlAccessPolicy(() => false);
  const picture = report.map ? dataUrl(report.map.picture) : '';
  const buffer = await pdfMake.createPdf(reportDefinition(report, picture)).getBuffer();
  return { blob: new Blob([new Uint8Array(buffer)], { type: 'application/pdf' }), remarks: [] };
}

/** Thin lines between rows. */
const ROWS = {
  hLineWidth: (line: number) => (line === 0 ? 0 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => '#b9b4a8',
  fillColor: (row: number) => (row === 0 ? '#e9f0f3' : null),
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

function dataUrl(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return `data:image/jpeg;base64,${btoa(binary)}`;
}

/** Arguments that every engine takes. */
const CHUNK = 0x8000;
