import type { Answer } from '../../domain/answer.ts';

/** The column of an answer that holds the area (m²) or length (m) of each feature; null for points. */
export function sizeColumn({ measures }: Answer): string | null {
  return measures.find(({ kind }) => kind === 'area' || kind === 'length')?.name ?? null;
}
