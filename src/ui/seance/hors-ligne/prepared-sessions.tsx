import { useState } from 'react';
import { packAge, packDates } from '../../../offline/pack-age.ts';
import type { PackRecord } from '../../../offline/pack-record.ts';
import { useAppState } from '../../app-context.tsx';
import { horsLigne } from '../../strings/hors-ligne.ts';
import { packHere, packLink, rootHere } from './site-here.ts';
import { usePacks } from './use-packs.ts';
import '../../styles/hors-ligne.css';

/** The sessions that this browser can show without network, with what changed since; nothing where there are none. */
export function PreparedSessions() {
  const { packs, remove } = usePacks();
  const [removed, setRemoved] = useState<string | null>(null);
  if (!packs || packHere() !== null || (packs.length === 0 && !removed)) return null;
  return (
    <section className="prepared-sessions" aria-labelledby="prepared-sessions">
      <h3 id="prepared-sessions">{horsLigne.prepared}</h3>
      <ul>
        {packs.map((pack) => (
          <PreparedSession
            key={pack.id}
            pack={pack}
            onRemove={() => void remove(pack.id).then(() => setRemoved(pack.title))}
          />
        ))}
      </ul>
      <p role="status" className="quiet">
        {removed && horsLigne.removed(removed)}
      </p>
    </section>
  );
}

function PreparedSession({ pack, onRemove }: { pack: PackRecord; onRemove: () => void }) {
  const catalogue = useAppState((state) => state.catalogue);
  const age = catalogue ? horsLigne.age(packAge(pack, catalogue)) : '';
  return (
    <li>
      <p>
        <strong>{pack.title}</strong>
      </p>
      <p className="quiet">
        {horsLigne.preparedAt(pack.preparedAt, packDates(pack), pack.bytes)} {age}
      </p>
      <p className="prepared-buttons">
        <a
          className="button"
          href={packLink(rootHere(), pack.id)}
          aria-label={horsLigne.openTitle(pack.title)}
        >
          {horsLigne.open}
        </a>
        <button
          type="button"
          className="link-button"
          aria-label={horsLigne.removeTitle(pack.title)}
          onClick={onRemove}
        >
          {horsLigne.remove}
        </button>
      </p>
    </li>
  );
}
