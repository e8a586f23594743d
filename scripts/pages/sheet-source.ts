import type { SheetSource } from '../../src/domain/commune-sheet.ts';
import type { SourceRef } from '../../src/domain/library.ts';

/** A line or some lines of a document as a source of a sheet: its title, « lignes 70-76 ». */
export function sourceOf(
  ref: SourceRef,
  documents: Readonly<Record<string, string>>,
): Extract<SheetSource, { kind: 'document' }> {
  const [id = '', lines = ''] = ref.split(':');
  const reference = `${lines.includes('-') ? 'lignes' : 'ligne'} ${lines}`;
  return { kind: 'document', title: documents[id] ?? id, reference };
}
