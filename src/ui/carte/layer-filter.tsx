import { X } from 'lucide-react';
import { fr } from '../strings/fr.ts';

interface LayerFilterProps {
  value: string;
  onChange: (text: string) => void;
}

/** The field that filters a list of layers, and the button that empties it. */
export function LayerFilter({ value, onChange }: LayerFilterProps) {
  return (
    <div className="filter">
      <input
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
          onClick={() => onChange('')}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
