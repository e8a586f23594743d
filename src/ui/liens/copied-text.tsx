import { useId } from 'react';
import { useCopy } from '../outils/use-copy.ts';
import { partager as words } from '../strings/partager.ts';

/** A text to be taken away: shown whole, selected when it is entered, and copied by its button. */
export function CopiedText({ label, text }: { label: string; text: string }) {
  const id = useId();
  const [copied, copy] = useCopy();
  return (
    <div className="copied-text">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="link-text"
        readOnly
        rows={3}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <button type="button" className="button" onClick={() => copy(text)}>
        <span aria-live="polite">
          {{ none: words.copy, copied: words.copied, refused: words.refused }[copied]}
        </span>
        <span className="visually-hidden"> ({label})</span>
      </button>
    </div>
  );
}
