import { memo } from 'react';
import { builder as words } from '../strings/builder.ts';
import { upperFirst } from '../strings/format.ts';
import type { FoundSuggestions, Suggestion } from './suggestion.ts';

interface SuggestionListBoxProps {
  /** Id of the list; its options have it with their number. */
  id: string;
  found: FoundSuggestions;
  text: string;
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}

/** The conditions that may be added, by heading. */
export function SuggestionListBox(props: SuggestionListBoxProps) {
  const { id, found, text, active, onChoose } = props;
  let first = 0;
  return (
    <div className="choices">
      <div role="listbox" id={id} aria-label={words.search.label}>
        {found.lists.map(({ group, suggestions }) => {
          const from = first;
          first += suggestions.length;
          const title = group === null ? words.search.first : words.search.groups[group];
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
            <div key={title} role="group" aria-label={title}>
              <p className="choices-title" aria-hidden="true">
                {title}
              </p>
              {suggestions.map((suggestion, i) => (
                <Option
                  key={`${suggestion.label} ${suggestion.detail}`}
                  id={`${id}-${from + i}`}
                  suggestion={suggestion}
                  isActive={from + i === active}
                  onChoose={onChoose}
                />
              ))}
            </div>
          );
        })}
      </div>
      {found.lists.length === 0 && <p className="quiet">{words.search.none(text.trim())}</p>}
      {found.more > 0 && <p className="quiet">{words.search.more(found.more)}</p>}
    </div>
  );
}

interface OptionProps {
  id: string;
  suggestion: Suggestion;
  isActive: boolean;
  onChoose: (suggestion: Suggestion) => void;
}

const Option = memo(function Option({ id, suggestion, isActive, onChoose }: OptionProps) {
  // The name of a field is written as its layer spells it; what is said in words begins with a capital.
  const isNamed = suggestion.group === 'field' || suggestion.group === 'value';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
    <div
      role="option"
      id={id}
      tabIndex={-1}
      className="choice"
      aria-selected={isActive}
      ref={isActive ? scrollIntoView : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(suggestion)}
    >
      <span>{isNamed ? suggestion.label : upperFirst(suggestion.label)}</span>
      <span className="quiet">{suggestion.detail}</span>
    </div>
  );
});

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
