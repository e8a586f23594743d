import type { MetricCrs } from '../domain/crs.ts';
import type { ExportContent, ExportCrs, ExportSource } from './export-content.ts';
import { exportStrings } from './strings.ts';

/** Where a file comes from as plain data, for formats that hold an object: GeoJSON, Parquet. */
export interface Provenance {
  title: string;
  criteria: string;
  /** CRS that areas and lengths were measured in. */
  metricCrs: MetricCrs;
  sources: ExportSource[];
  notes: string[];
  link: string;
}

/** Where a content comes from, without its rows. */
export function provenanceOf(content: ExportContent): Provenance {
  const { title, criteria, metricCrs, sources, notes, link } = content;
  return { title, criteria, metricCrs, sources, notes, link };
}

/** Where a content comes from as French lines of a label and a text; `crs` is that of the coordinates, null without any. */
export function describeContent(
  content: ExportContent,
  crs: ExportCrs | null,
): [label: string, text: string][] {
  const { title, criteria, rows, metricCrs, sources, notes, link } = content;
  const words = exportStrings;
  return [
    [words.title, title],
    [words.criteria, criteria],
    [words.rows, rows.length.toLocaleString('fr-FR')],
    ...sources.map((source): [string, string] => [words.source, sourceLine(source)]),
    [words.measured, words.crs(metricCrs)],
    ...(crs ? [[words.written, words.crs(crs)] as [string, string]] : []),
    ...notes.map((note): [string, string] => [words.notes, note]),
    [words.link, link],
  ];
}

/** The same as one text, a line each. */
export function describeInText(content: ExportContent, crs: ExportCrs | null): string {
  return describeContent(content, crs)
    .map(([label, text]) => `${label} : ${text}`)
    .join('\n');
}

/** One source in one line. */
export function sourceLine({ title, producer, licence, date, version }: ExportSource): string {
  return exportStrings.sourceLine(title, producer, licence, date, version);
}
