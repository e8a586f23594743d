import { X } from 'lucide-react';
import { useRef } from 'react';
import { fr } from '../strings/fr.ts';

interface LayerFilterProps {
  value: string;
  onChange: (text: string) => void;
}

/** The field that filters a list of layers, and the button that empties it. */
export function LayerFilter({ value, onChange }: LayerFilterProps) {
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange('');
    field.current?.focus();
  };
  return (
    <div className="filter">
      <input
        ref={field}
        type="text"
        aria-label={fr.layers.filter}
        placeholder={fr.layers.filter}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value && (
        <button
          type="button"
          className="icon-button"
          aria-label={fr.layers.clearFilter}
          onClick={clear}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
