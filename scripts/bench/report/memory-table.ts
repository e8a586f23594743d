import type { BenchSystem } from '../works.ts';
import { toMarkdown } from './main-table.ts';

/** Most memory that the page may take for the whole territory, in bytes. */
export const MAX_PAGE_BYTES = 900e6;

/** Most memory that a system took, and how that was measured. */
export interface PeakMemory {
  system: string;
  bytes: number;
  how: string;
}

/** The peak memory of each system that can tell. */
export async function readPeaks(systems: readonly BenchSystem[]): Promise<PeakMemory[]> {
  const peaks: PeakMemory[] = [];
  for (const { name, peakMemory } of systems) {
    const peak = await peakMemory();
    if (peak) peaks.push({ system: name, ...peak });
  }
  return peaks;
}

/** The table of peaks in Markdown; pages are held to `MAX_PAGE_BYTES`. */
export function memoryTable(peaks: readonly PeakMemory[]): string {
  const rows = peaks.map(({ system, bytes, how }) => {
    const isPage = system.startsWith('Chromium');
    const verdict = bytes < MAX_PAGE_BYTES ? 'met' : '**not met**';
    const target = isPage ? `< ${MAX_PAGE_BYTES / 1e6} MB: ${verdict}` : '–';
    return [system, `${Math.round(bytes / 1e6)} MB`, target, how];
  });
  return toMarkdown([['peak memory', '', 'target', 'measured as'], ...rows]);
}
