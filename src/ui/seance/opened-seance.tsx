import { ArrowLeft, Play } from 'lucide-react';
import type { HeldSeance } from '../../domain/hold-seance.ts';
import { setSeance } from '../../state/seance-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { seance } from '../strings/seance.ts';
import { EditCopyButton } from './editeur/edit-copy-button.tsx';
import { HandoutButton } from './editeur/handout-button.tsx';
import { OfflineButton } from './hors-ligne/offline-button.tsx';
import { useSeance } from './seance-context.ts';

const words = seance.open;

/** The session that is open: its agenda, what of it cannot be shown, and the ways to present it. */
export function OpenedSeance({ held }: { held: HeldSeance }) {
  const { title, assembly, date, items } = held.seance;
  const isMapless = useAppState((state) => state.isMapless);
  const act = useAct();
  const { present } = useSeance();
  const close = () => act((state) => setSeance(state, { status: { kind: 'none' } }));
  return (
    <article className="seance-opened">
      <button type="button" className="link-button seance-back" onClick={close}>
        <ArrowLeft size={16} aria-hidden="true" />
        {words.back}
      </button>
      <header>
        <h2>{title}</h2>
        <p className="quiet">{seance.list.facts(assembly, date)}</p>
      </header>
      <button type="button" className="primary-button" onClick={() => present(null)}>
        <Play size={20} aria-hidden="true" />
        {words.present}
      </button>
      <div className="seance-ways">
        <OfflineButton seance={held.seance} />
        <HandoutButton seance={held.seance} />
        <EditCopyButton seance={held.seance} />
      </div>
      {isMapless && <p className="quiet">{words.noWebGl}</p>}
      <HeldFaults held={held} />
      <h3>{words.agenda}</h3>
      <ol className="seance-agenda">
        {items.map((item) => (
          <li key={item.number}>
            <button
              type="button"
              className="seance-entry"
              aria-label={`${words.presentFrom(item.number)} : ${item.title}`}
              title={words.presentFrom(item.number)}
              onClick={() => present(item.number)}
            >
              <strong>{item.number}</strong>
              <span>{item.title}</span>
            </button>
          </li>
        ))}
      </ol>
    </article>
  );
}

function HeldFaults({ held: { foreign, faults } }: { held: HeldSeance }) {
  const sentenceOf = useErrorSentence();
  if (foreign === null && faults.length === 0) return null;
  return (
    <div className="seance-faults">
      {foreign !== null && <p>{words.foreign(foreign)}</p>}
      {faults.length > 0 && (
        <details>
          <summary>{words.faults(faults.length)}</summary>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.context.item} ${fault.message}`}>
                <strong>{words.faultAt(String(fault.context.item))}</strong>
                {` : ${sentenceOf(fault).title}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
