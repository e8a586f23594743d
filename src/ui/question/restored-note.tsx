import { setDraft } from '../../state/actions.ts';
import { acceptRestored } from '../../state/draft-history.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { builder as words } from '../strings/builder.ts';

/** Says that the question being written is the one that the tab had kept, with a way to begin anew. */
export function RestoredNote() {
  const isRestored = useAppState((state) => state.restored !== null);
  const act = useAct();
  if (!isRestored) return null;
  return (
    <div className="restored" role="status">
      <p>{words.restored.text}</p>
      <p className="restored-buttons">
        <button type="button" className="button" onClick={() => act(acceptRestored)}>
          {words.restored.keep}
        </button>
        <button type="button" className="link-button" onClick={() => act((s) => setDraft(s, null))}>
          {words.restored.again}
        </button>
      </p>
    </div>
  );
}
