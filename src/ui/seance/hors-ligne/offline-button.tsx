import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Seance } from '../../../domain/seance.ts';
import { packAge } from '../../../offline/pack-age.ts';
import { useAppState } from '../../app-context.tsx';
import { horsLigne } from '../../strings/hors-ligne.ts';
import { PrepareDialog } from './prepare-dialog.tsx';
import { packHere } from './site-here.ts';
import { usePacks } from './use-packs.ts';

/** Prepares a session to be shown without network, and says whether it is, and of when. Nothing where it is shown so already. */
export function OfflineButton({ seance }: { seance: Seance }) {
  const [isOpen, setOpen] = useState(false);
  const catalogue = useAppState((state) => state.catalogue);
  const { packs } = usePacks();
  if (packHere() !== null || !catalogue) return null;
  const pack = packs?.find(({ id }) => id === seance.id);
  const age = pack ? horsLigne.age(packAge(pack, catalogue, seance)) : '';
  return (
    <div className="offline-button">
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Download size={16} aria-hidden="true" />
        {pack ? horsLigne.prepareAgain : horsLigne.prepare}
      </button>
      {age && <p className="quiet">{age}</p>}
      {isOpen && <PrepareDialog seance={seance} onClose={() => setOpen(false)} />}
    </div>
  );
}
