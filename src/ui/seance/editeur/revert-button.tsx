import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { AppError, errorToData } from '../../../domain/errors.ts';
import { parseSeance } from '../../../domain/parse-seance.ts';
import { addNotice } from '../../../state/actions.ts';
import { useAct } from '../../app-context.tsx';
import { seanceEditor } from '../../strings/seance-editor.ts';
import { fetchSiteJson } from '../seance-context.ts';
import { useEditing } from './editor-context.ts';

/** Puts the session of the site in the place of the reader's copy; that can be undone. */
export function RevertButton({ id }: { id: string }) {
  const { editor } = useEditing();
  const act = useAct();
  const [isBusy, setBusy] = useState(false);
  const revert = async () => {
    setBusy(true);
    try {
      const json = await fetchSiteJson(`seances/${id}.json`);
      if (json === null) throw new AppError('seance-missing', `no session "${id}"`, { id });
      const published = parseSeance(json);
      editor.change(() => published);
    } catch (error) {
      act((state) => addNotice(state, errorToData(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" className="button" disabled={isBusy} onClick={() => void revert()}>
      <RotateCcw size={16} aria-hidden="true" />
      {seanceEditor.revert}
    </button>
  );
}
