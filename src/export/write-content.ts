import type { ExportContent, ExportCrs, ExportFile, ExportWork } from './export-content.ts';
import { EXPORT_FORMATS, type ExportFormatName } from './formats.ts';

/**
 * The file of a content in a format, every row of it.
 * @throws {AppError} `too-large` when the format cannot hold so much, and what GDAL throws; rejects with the abort of
 * `work.signal`.
 */
export async function writeContent(
  content: ExportContent,
  format: ExportFormatName,
  crs: ExportCrs,
  work: ExportWork,
): Promise<ExportFile> {
  const write = await EXPORT_FORMATS[format].load();
  work.signal?.throwIfAborted();
  work.onStep?.('file');
  const file = await write(content, crs, work);
  work.signal?.throwIfAborted();
  return file;
}
