import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SeanceItem } from '../../../domain/seance.ts';
import { seanceEditor } from '../../strings/seance-editor.ts';
import { AmountEditor } from './amount-editor.tsx';
import { useEditing } from './editor-context.ts';
import { TextField } from './fields.tsx';
import { FiguresEditor } from './figures-editor.tsx';
import { SceneEditor } from './scene-editor.tsx';

const words = seanceEditor.item;

/** All the fields of an item of the agenda. */
export function ItemEditor({ place, item }: { place: number; item: SeanceItem }) {
  const { editor } = useEditing();
  const at = `items.${place}`;
  const change = (make: (before: SeanceItem) => SeanceItem, step: string | null) =>
    editor.change(
      (seance) => ({
        ...seance,
        items: seance.items.map((one, i) => (i === place ? make(one) : one)),
      }),
      step,
    );
  const set = (changes: Partial<SeanceItem>, step: string | null = null) =>
    change((before) => ({ ...before, ...changes }), step && `${at}.${step}`);
  /** A text that is left out where there is none. */
  const setOptional = (name: 'rapporteur' | 'notes' | 'decision') => (text: string) =>
    change(
      ({ [name]: _before, ...rest }) => (text === '' ? rest : { ...rest, [name]: text }),
      `${at}.${name}`,
    );
  return (
    <div className="seance-item">
      <ItemNav place={place} />
      <h3>{words.label(item.number)}</h3>
      <div className="seance-pair narrow-first">
        <TextField
          label={words.number}
          path={`${at}.number`}
          value={item.number}
          onChange={(number) => set({ number: number.trim() }, 'number')}
        />
        <TextField
          label={words.title}
          path={`${at}.title`}
          value={item.title}
          onChange={(title) => set({ title }, 'title')}
        />
      </div>
      <TextField
        label={words.rapporteur}
        path={`${at}.rapporteur`}
        help={words.rapporteurHelp}
        value={item.rapporteur ?? ''}
        onChange={setOptional('rapporteur')}
      />
      <TextField
        label={words.text}
        path={`${at}.text`}
        help={words.textHelp}
        rows={7}
        value={item.text}
        onChange={(text) => set({ text }, 'text')}
      />
      <SceneEditor
        key={place}
        at={at}
        number={item.number}
        scene={item.scene}
        onChange={(scene, step) => set({ scene }, step ?? null)}
      />
      <FiguresEditor
        at={at}
        figures={item.figures}
        onChange={(figures, step) => set({ figures }, step ?? null)}
      />
      <AmountEditor
        at={at}
        amount={item.amount ?? null}
        onChange={(amount, step) =>
          change(
            ({ amount: _before, ...rest }) => (amount ? { ...rest, amount } : rest),
            step ?? null,
          )
        }
      />
      <TextField
        label={words.decision}
        path={`${at}.decision`}
        help={words.decisionHelp}
        rows={3}
        value={item.decision ?? ''}
        onChange={setOptional('decision')}
      />
      <TextField
        label={words.source}
        path={`${at}.source`}
        help={words.sourceHelp}
        rows={2}
        value={item.source}
        onChange={(source) => set({ source }, 'source')}
      />
      <TextField
        label={words.notes}
        path={`${at}.notes`}
        help={words.notesHelp}
        rows={4}
        value={item.notes ?? ''}
        onChange={setOptional('notes')}
      />
    </div>
  );
}

/** Back to the agenda, to the item before and to the next; brought into sight when the item is opened. */
function ItemNav({ place }: { place: number }) {
  const { editor, edited } = useEditing();
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <nav className="seance-row-head" ref={top}>
      <button type="button" className="link-button" onClick={() => editor.openItem(null)}>
        <ChevronLeft size={16} aria-hidden="true" />
        {seanceEditor.backToAgenda}
      </button>
      <span className="seance-buttons">
        <button
          type="button"
          className="icon-button"
          aria-label={words.previous}
          title={words.previous}
          disabled={place === 0}
          onClick={() => editor.openItem(place - 1)}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.next}
          title={words.next}
          disabled={place >= edited.seance.items.length - 1}
          onClick={() => editor.openItem(place + 1)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
      </span>
    </nav>
  );
}
