import { Pencil } from 'lucide-react';
import type { Seance } from '../../../domain/seance.ts';
import { useServices } from '../../app-context.tsx';
import { seanceEditor } from '../../strings/seance-editor.ts';
import { editorOf } from './editor-context.ts';

/** Edits the reader's copy of a session of the site, which is made where there is none yet. */
export function EditCopyButton({ seance }: { seance: Seance }) {
  const { store } = useServices();
  const edit = () => {
    const editor = editorOf(store);
    editor.readOwn();
    const known = editor.store.getState().own.find(({ copyOf }) => copyOf === seance.id);
    if (known) editor.open(known);
    else editor.add(seance, seance.id);
  };
  return (
    <button type="button" className="button" onClick={edit}>
      <Pencil size={16} aria-hidden="true" />
      {seanceEditor.editCopy}
    </button>
  );
}
