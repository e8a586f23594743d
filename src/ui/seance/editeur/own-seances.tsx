import { Plus, Trash2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { newSeance } from '../../../domain/seance-draft.ts';
import { useAppState, useServices } from '../../app-context.tsx';
import { IconButton } from '../../frame/icon-button.tsx';
import { ErrorText } from '../../frame/notices.tsx';
import { formatDate } from '../../strings/format.ts';
import { seanceEditor } from '../../strings/seance-editor.ts';
import '../../styles/seance-editor.css';
import { editorOf, useEditorState } from './editor-context.ts';
import { LoadSeance } from './load-seance.tsx';

const words = seanceEditor.own;

/** The sessions that the reader writes in this browser, and the ways to begin one. */
export function OwnSeances() {
  const { store } = useServices();
  const editor = editorOf(store);
  const catalogue = useAppState((state) => state.catalogue);
  const own = useEditorState(editor, (state) => state.own);
  const unread = useEditorState(editor, (state) => state.unread);
  const deleted = useEditorState(editor, (state) => state.deleted);
  const failure = useEditorState(editor, (state) => state.failure);
  useEffect(() => editor.readOwn(), [editor]);
  if (!catalogue) return null;
  const create = () => {
    const shown = catalogue.layers.filter((layer) => layer.base || layer.defaultVisible);
    const ids = shown.map(({ id }) => id);
    editor.add(newSeance(catalogue.territory, ids), null);
  };
  return (
    <section className="seance-own">
      <h2>{words.title}</h2>
      <p className="quiet">{own.length === 0 ? words.none : words.hint}</p>
      {failure && (
        <div role="alert">
          <ErrorText error={failure} />
        </div>
      )}
      {deleted && (
        <p role="status" className="seance-row-head">
          {words.removed(deleted.seance.title || words.untitled)}
          <button type="button" className="link-button" onClick={editor.restore}>
            <Undo2 size={16} aria-hidden="true" />
            {words.restore}
          </button>
        </p>
      )}
      <ul className="seance-entries">
        {own.map((one) => (
          <li key={one.key} className="seance-row-head">
            <button type="button" className="seance-entry" onClick={() => editor.open(one)}>
              <strong>{one.seance.title || words.untitled}</strong>
              <span className="quiet">
                {words.changed(formatDate(one.changedAt.slice(0, 10)))}
                {one.copyOf ? `, ${words.copyOf}` : ''}
              </span>
            </button>
            <IconButton
              label={`${words.remove} : ${one.seance.title || words.untitled}`}
              icon={Trash2}
              onClick={() => editor.remove(one.key)}
            />
          </li>
        ))}
      </ul>
      {unread > 0 && <p className="warning">{words.unread(unread)}</p>}
      <p className="seance-buttons">
        <button type="button" className="button" onClick={create}>
          <Plus size={16} aria-hidden="true" />
          {words.create}
        </button>
        <LoadSeance editor={editor} extent={catalogue.territory.extent} />
      </p>
    </section>
  );
}
