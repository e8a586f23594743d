import { Download } from 'lucide-react';
import { useState } from 'react';
import { exportsText } from '../strings/exports.ts';
import { ExportDialog } from './export-dialog.tsx';
import type { ExportSource } from './export-source.ts';

/** The one button that gives a table as a file: it opens the choice of formats. */
export function ExportMenu({ source }: { source: ExportSource }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Download size={16} aria-hidden="true" />
        {exportsText.button}
      </button>
      {isOpen && <ExportDialog source={source} onClose={() => setOpen(false)} />}
    </>
  );
}
