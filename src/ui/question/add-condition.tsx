import { Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Condition } from '../../domain/question.ts';
import { fr } from '../strings/fr.ts';
import { useBuilder } from './builder-context.ts';
import { conditionChoices } from './condition-choices.ts';

/** A button that opens the list of the conditions that fit, to choose one from. */
export function AddCondition({ onAdd }: { onAdd: (condition: Condition) => void }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <Plus size={16} aria-hidden="true" />
        {fr.question.add}
      </button>
      {isOpen && (
        <ChoiceList
          id={listId}
          onClose={close}
          onChoose={(condition) => {
            setOpen(false);
            onAdd(condition);
          }}
        />
      )}
    </>
  );
}

interface ChoiceListProps {
  id: string;
  onClose: () => void;
  onChoose: (condition: Condition) => void;
}

function ChoiceList({ id, onClose, onChoose }: ChoiceListProps) {
  const { target, catalogue } = useBuilder();
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const groups = conditionChoices(target, catalogue, filter);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      moveFocus(list.current, step);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and the arrows work from any control inside
    <div className="choices" id={id} ref={list} onKeyDown={onKeyDown}>
      <input
        type="text"
        // biome-ignore lint/a11y/noAutofocus: the list was opened by its button and is typed into at once
        autoFocus
        aria-label={fr.question.filterKinds}
        placeholder={fr.question.filterKinds}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {groups.length === 0 && <p className="quiet">{fr.question.noKind}</p>}
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h3>{group.title}</h3>
          {group.choices.map((choice) => (
            <button
              key={`${choice.label} ${choice.detail}`}
              type="button"
              className="choice"
              onClick={() => onChoose(choice.condition)}
            >
              {choice.label}
              {choice.detail && <span className="quiet">{choice.detail}</span>}
            </button>
          ))}
        </section>
      ))}
    </div>
  );
}

function moveFocus(list: HTMLElement | null, step: number): void {
  const stops = [...(list?.querySelectorAll<HTMLElement>('input, button') ?? [])];
  const index = stops.indexOf(document.activeElement as HTMLElement);
  stops[(index + step + stops.length) % stops.length]?.focus();
}
