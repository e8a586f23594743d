import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { KeptContent } from '../../domain/kept-question.ts';
import { keptWords } from '../strings/bibliotheque.ts';

/** What is said of a kept question. */
export type KeptWords = Pick<KeptContent, 'name' | 'description' | 'theme'>;

interface KeptFormProps {
  catalogue: Catalogue;
  initial: KeptWords;
  onSave: (words: KeptWords) => void;
  onCancel: () => void;
}

/** Name, description and theme of a question that is kept; Escape leaves it as it was. */
export function KeptForm({ catalogue, initial, onSave, onCancel }: KeptFormProps) {
  const [{ name, description, theme }, setWords] = useState<KeptWords>(initial);
  const [hasTried, setHasTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.select(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    if (name.trim() === '') field.current?.focus();
    else onSave({ name: name.trim(), description: description.trim(), theme });
  };
  const isNameless = hasTried && name.trim() === '';
  return (
    <form
      className="kept-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label htmlFor={`${id}-name`}>{keptWords.name}</label>
      <input
        id={`${id}-name`}
        ref={field}
        type="text"
        maxLength={MAX_NAME}
        value={name}
        aria-invalid={isNameless}
        aria-describedby={isNameless ? `${id}-fault` : undefined}
        onChange={({ target }) => setWords({ name: target.value, description, theme })}
      />
      {isNameless && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {keptWords.noName}
        </p>
      )}
      <label htmlFor={`${id}-description`}>{keptWords.description}</label>
      <textarea
        id={`${id}-description`}
        rows={2}
        maxLength={MAX_DESCRIPTION}
        placeholder={keptWords.descriptionHelp}
        value={description}
        onChange={({ target }) => setWords({ name, description: target.value, theme })}
      />
      <label htmlFor={`${id}-theme`}>{keptWords.theme}</label>
      <select
        id={`${id}-theme`}
        value={theme ?? ''}
        onChange={({ target }) => setWords({ name, description, theme: target.value || null })}
      >
        <option value="">{keptWords.noTheme}</option>
        {catalogue.themes.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      <p className="kept-form-buttons">
        <button type="submit" className="button strong">
          {keptWords.confirm}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {keptWords.cancel}
        </button>
      </p>
    </form>
  );
}

const MAX_NAME = 200;
const MAX_DESCRIPTION = 2000;
