import { Plus, Search, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { builder as words } from '../strings/builder.ts';
import type { ConditionPath } from './condition-path.ts';
import { useFaultId } from './field-fault.tsx';
import { SuggestionListBox } from './suggestion-list.tsx';
import { useConditionSearch } from './use-condition-search.ts';

interface AddConditionProps {
  /** Path of the group, or of the relation, that the condition goes into. */
  path: ConditionPath;
  /** Path that it will have. */
  end: ConditionPath;
  /** Whether the field is there at once, and not behind a button. */
  isOpen: boolean;
  /** Words of that button. */
  label: string;
}

/** The field that adds a condition by what it is about. */
export function AddCondition({ path, end, isOpen, label }: AddConditionProps) {
  const [isShown, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const faultId = useFaultId('group');
  if (isOpen) return <ConditionSearch path={path} end={end} />;
  const close = () => {
    setShown(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isShown) {
    return (
      <ConditionSearch
        path={path}
        end={end}
        isFocused
        onClose={close}
        onAdded={() => setShown(false)}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className="link-button with-icon"
      aria-describedby={faultId}
      onClick={() => setShown(true)}
    >
      <Plus size={14} aria-hidden="true" />
      {label}
    </button>
  );
}

interface ConditionSearchProps {
  path: ConditionPath;
  end: ConditionPath;
  /** Whether it takes the focus when it appears. */
  isFocused?: boolean;
  onClose?: () => void;
  onAdded?: () => void;
}

function ConditionSearch({ path, end, isFocused, onClose, onAdded }: ConditionSearchProps) {
  const search = useConditionSearch({ path, end, onClose, onAdded });
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { isOpen, text, active, found } = search;
  return (
    <div className="condition-search">
      <div className="condition-search-field">
        <Search size={16} aria-hidden="true" />
        <input
          ref={input}
          type="text"
          role="combobox"
          data-adds={path}
          // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this field by its button
          autoFocus={isFocused}
          aria-label={words.search.label}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-help`}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.search.placeholder}
          value={text}
          onChange={(event) => search.type(event.target.value)}
          onFocus={(event) => search.open(event.currentTarget)}
          onClick={(event) => search.open(event.currentTarget)}
          onBlur={search.close}
          onKeyDown={search.onKeyDown}
        />
        {(text !== '' || onClose) && (
          <button
            type="button"
            className="icon-button"
            aria-label={words.search.close}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              search.type('');
              search.close();
              onClose?.();
            }}
          >
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      <p id={`${id}-help`} className="visually-hidden">
        {words.search.help}
      </p>
      <p className="visually-hidden" role="status">
        {isOpen && text !== '' ? words.search.found(search.flat.length + found.more) : ''}
      </p>
      {isOpen && (
        <SuggestionListBox
          id={id}
          found={found}
          text={text}
          active={active}
          onChoose={search.choose}
        />
      )}
    </div>
  );
}
