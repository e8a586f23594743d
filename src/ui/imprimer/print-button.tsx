import { Printer } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../frame/lazy-part.tsx';
import { fr } from '../strings/fr.ts';

/** The button that opens the dialogue of plans to scale. */
export function PrintButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="copy-link" data-compact="true">
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        title={fr.map.print}
        onClick={() => setOpen(true)}
      >
        <Printer size={16} aria-hidden="true" />
        <span>{fr.map.print}</span>
      </button>
      {isOpen && (
        <Suspense>
          <PrintDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

const PrintDialog = lazyPart(async () => (await import('./print-dialog.tsx')).PrintDialog);
