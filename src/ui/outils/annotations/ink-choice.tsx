import { useId } from 'react';
import { INK_LOOKS, INKS, type Ink } from '../../../domain/annotation.ts';
import { annotations as words } from '../../strings/annotations.ts';
import '../../styles/annotations.css';

interface InkChoiceProps {
  label: string;
  ink: Ink;
  onInk: (ink: Ink) => void;
}

/** The inks by name, with the line that each draws: told apart without colour. */
export function InkChoice({ label, ink, onInk }: InkChoiceProps) {
  const name = useId();
  return (
    <fieldset className="ink-choice">
      <legend>{label}</legend>
      {INKS.map((own) => (
        <label key={own} title={words.inks[own]}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={ink === own}
            onChange={() => onInk(own)}
          />
          <svg viewBox="0 0 44 12" width="44" height="12" aria-hidden="true">
            <rect width="44" height="12" rx="2" fill="#fbfaf6" />
            <path
              d="M3 6h38"
              stroke={INK_LOOKS[own].colour}
              strokeWidth="3"
              strokeDasharray={INK_LOOKS[own].dash?.map((part) => 3 * part).join(' ')}
            />
          </svg>
          <span className="visually-hidden">{words.inks[own]}</span>
        </label>
      ))}
    </fieldset>
  );
}
