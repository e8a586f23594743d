import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { isFault } from '../../../domain/check-seance.ts';
import { moveItem, newItem, nextNumber, renumbered } from '../../../domain/seance-draft.ts';
import { stateToScene } from '../../../state/seance-scene.ts';
import { useServices } from '../../app-context.tsx';
import { IconButton } from '../../frame/icon-button.tsx';
import { seanceEditor } from '../../strings/seance-editor.ts';
import { useEditing } from './editor-context.ts';

const words = seanceEditor.agenda;

/** The items of the session: opened, added, copied, removed, and put in order, by buttons or with Alt and the arrows. */
export function AgendaEditor() {
  const { store } = useServices();
  const { editor, edited, faults } = useEditing();
  const [moved, setMoved] = useState('');
  const { items } = edited.seance;
  const write = (change: (own: typeof items) => typeof items) =>
    editor.change((seance) => ({ ...seance, items: change(seance.items) }));
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length) return;
    write((own) => renumbered(moveItem(own, from, to)));
    setMoved(words.moved(items[from]?.number ?? '', to + 1));
  };
  const add = () => {
    const { catalogue } = store.getState();
    const fallback = catalogue?.territory.extent ?? items[0]?.scene.extent;
    if (!fallback) return;
    const scene = stateToScene(store.getState(), fallback);
    write((own) => [...own, newItem(own, scene)]);
    editor.openItem(items.length);
  };
  const onKey = (event: KeyboardEvent<HTMLButtonElement>, i: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const to = i + (event.key === 'ArrowUp' ? -1 : 1);
    const list = event.currentTarget.closest('ol');
    move(i, to);
    requestAnimationFrame(() =>
      list?.querySelectorAll<HTMLElement>('.seance-entry')[Math.max(0, to)]?.focus(),
    );
  };
  return (
    <section className="seance-part">
      <h3>{words.title}</h3>
      <p className="quiet">{words.hint}</p>
      <ol className="seance-agenda seance-agenda-edited">
        {items.map((item, i) => {
          const wrong = faults.filter(
            (fault) => isFault(fault) && fault.path.startsWith(`items.${i}.`),
          );
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two items may have one number while they are written
            <li key={i}>
              <button
                type="button"
                className="seance-entry"
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onClick={() => editor.openItem(i)}
                onKeyDown={(event) => onKey(event, i)}
              >
                <strong>{item.number}</strong>
                <span>
                  {item.title || words.untitled}
                  {wrong.length > 0 && (
                    <small className="fault">{words.faults(wrong.length)}</small>
                  )}
                </span>
              </button>
              <span className="seance-entry-tools">
                <IconButton
                  label={words.up(item.number)}
                  icon={ArrowUp}
                  isDisabled={i === 0}
                  onClick={() => move(i, i - 1)}
                />
                <IconButton
                  label={words.down(item.number)}
                  icon={ArrowDown}
                  isDisabled={i === items.length - 1}
                  onClick={() => move(i, i + 1)}
                />
                <IconButton
                  label={words.duplicate(item.number)}
                  icon={Copy}
                  onClick={() =>
                    write((own) => [
                      ...own.slice(0, i + 1),
                      { ...item, number: nextNumber(own) },
                      ...own.slice(i + 1),
                    ])
                  }
                />
                <IconButton
                  label={words.remove(item.number)}
                  icon={Trash2}
                  onClick={() => write((own) => renumbered(own.filter((_, place) => place !== i)))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {moved}
      </p>
      <button type="button" className="button" onClick={add}>
        <Plus size={16} aria-hidden="true" />
        {words.add}
      </button>
    </section>
  );
}
