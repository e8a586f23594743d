import { ArrowLeft, Copy, Download, Play, Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { checkSeance, isFault } from '../../../domain/check-seance.ts';
import { idOfTitle } from '../../../domain/seance-draft.ts';
import type { EditedSeance, SeanceEditor as Editor } from '../../../state/seance-editor.ts';
import { useAppState } from '../../app-context.tsx';
import { IconButton } from '../../frame/icon-button.tsx';
import { ErrorText } from '../../frame/notices.tsx';
import { seanceEditor } from '../../strings/seance-editor.ts';
import '../../styles/seance-editor.css';
import { useSeance } from '../seance-context.ts';
import { AgendaEditor } from './agenda-editor.tsx';
import { EditingContext, useEditing, useEditorState } from './editor-context.ts';
import { TextField } from './fields.tsx';
import { HandoutButton } from './handout-button.tsx';
import { ItemEditor } from './item-editor.tsx';
import { RevertButton } from './revert-button.tsx';
import { saveSeance } from './save-seance.ts';

const words = seanceEditor;

/** The session that is edited, or one of its items. Everything is kept as it is written. */
export function SeanceEditor({ editor, edited }: { editor: Editor; edited: EditedSeance }) {
  const catalogue = useAppState((state) => state.catalogue);
  const { seance } = edited;
  const faults = useMemo(() => checkSeance(seance, catalogue), [seance, catalogue]);
  const item = edited.item === null ? undefined : seance.items[edited.item];
  return (
    <EditingContext value={{ editor, edited, faults }}>
      <article className="seance-editor">
        <EditorHead />
        <Conflict />
        <Lost />
        {item && edited.item !== null ? (
          <ItemEditor key={edited.item} place={edited.item} item={item} />
        ) : (
          <>
            <SessionFields />
            <AgendaEditor />
            <Outcome />
          </>
        )}
      </article>
    </EditingContext>
  );
}

function EditorHead() {
  const { editor, edited } = useEditing();
  const failure = useEditorState(editor, (state) => state.failure);
  return (
    <>
      <div className="seance-row-head">
        <button type="button" className="link-button seance-back" onClick={editor.close}>
          <ArrowLeft size={16} aria-hidden="true" />
          {words.back}
        </button>
        <span className="seance-buttons">
          <IconButton
            label={words.undo}
            icon={Undo2}
            isDisabled={edited.past.length === 0}
            onClick={editor.undo}
          />
          <IconButton
            label={words.redo}
            icon={Redo2}
            isDisabled={edited.future.length === 0}
            onClick={editor.redo}
          />
        </span>
      </div>
      <header>
        <h2>{edited.seance.title || words.own.untitled}</h2>
        <p className="quiet" role="status">
          {failure || edited.other ? words.notSaved : words.saved}
        </p>
        {edited.copyOf && <p className="quiet">{words.copyOf}</p>}
      </header>
      {failure && (
        <div role="alert">
          <ErrorText error={failure} />
        </div>
      )}
    </>
  );
}

function Conflict() {
  const { editor, edited } = useEditing();
  if (!edited.other) return null;
  return (
    <div className="seance-faults" role="alert">
      <p>
        <strong>{words.conflict.title}</strong> {words.conflict.body}
      </p>
      <p className="seance-buttons">
        <button type="button" className="button" onClick={() => editor.settle('theirs')}>
          {words.conflict.theirs}
        </button>
        <button type="button" className="button" onClick={() => editor.settle('mine')}>
          {words.conflict.mine}
        </button>
      </p>
    </div>
  );
}

/** What of the file could not be kept, with its text. */
function Lost() {
  const { editor, edited } = useEditing();
  if (edited.lost.length === 0) return null;
  return (
    <div className="seance-faults" role="status">
      <p>{words.own.lost(edited.lost.length)}</p>
      <ul>
        {edited.lost.map(({ path, text }) => (
          <li key={path}>
            <code>{path}</code> {text}
          </li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={editor.forgetLost}>
        {words.own.dismiss}
      </button>
    </div>
  );
}

function SessionFields() {
  const { editor, edited } = useEditing();
  const { title, assembly, date, id } = edited.seance;
  const set = (changes: Partial<typeof edited.seance>) =>
    editor.change((seance) => ({ ...seance, ...changes }), Object.keys(changes)[0] ?? null);
  /** The name of the file follows the title as long as nobody gave it another. */
  const rename = (next: string) => {
    const follows = edited.copyOf === null && (id === 'nouvelle-seance' || id === idOfTitle(title));
    set({ title: next, ...(follows ? { id: idOfTitle(next) } : {}) });
  };
  return (
    <section className="seance-part" aria-label={words.session.label}>
      <TextField label={words.session.title} path="title" value={title} onChange={rename} />
      <TextField
        label={words.session.assembly}
        path="assembly"
        help={words.session.assemblyHelp}
        value={assembly}
        onChange={(text) => set({ assembly: text })}
      />
      <div className="seance-pair">
        <TextField
          label={words.session.date}
          path="date"
          type="date"
          help={words.session.dateHelp}
          value={date ?? ''}
          onChange={(day) => set({ date: day || null })}
        />
        <TextField
          label={words.session.id}
          path="id"
          help={words.session.idHelp}
          value={id}
          onChange={(text) => set({ id: text.trim() })}
        />
      </div>
    </section>
  );
}

function Outcome() {
  const { editor, edited, faults } = useEditing();
  const { openAtHand, present } = useSeance();
  const { seance } = edited;
  const wrong = faults.filter(isFault).length;
  const showAll = async () => {
    if (await openAtHand(seance)) present(null);
  };
  const duplicate = () => {
    const title = words.copyTitle(seance.title);
    editor.add({ ...seance, title, id: idOfTitle(title) }, null);
  };
  return (
    <section className="seance-part">
      <p className={wrong > 0 ? 'fault' : 'quiet'} role="status">
        {wrong > 0 ? words.faults(wrong) : words.ready}
      </p>
      <p className="seance-buttons">
        <button type="button" className="button strong" onClick={() => void showAll()}>
          <Play size={16} aria-hidden="true" />
          {words.present}
        </button>
        <button type="button" className="button" onClick={() => saveSeance(seance)}>
          <Download size={16} aria-hidden="true" />
          {words.save}
        </button>
        <button type="button" className="button" onClick={duplicate}>
          <Copy size={16} aria-hidden="true" />
          {words.duplicate}
        </button>
        {edited.copyOf && <RevertButton id={edited.copyOf} />}
      </p>
      {wrong === 0 && <HandoutButton seance={seance} />}
    </section>
  );
}
