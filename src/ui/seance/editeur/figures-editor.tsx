import { Plus, Trash2 } from 'lucide-react';
import type { SeanceFigure } from '../../../domain/seance.ts';
import { IconButton } from '../../frame/icon-button.tsx';
import { seanceEditor } from '../../strings/seance-editor.ts';
import { NumberField, TextField } from './fields.tsx';

const words = seanceEditor.figures;

interface FiguresEditorProps {
  /** Of the item: `items.2`. */
  at: string;
  figures: SeanceFigure[];
  onChange: (figures: SeanceFigure[], step?: string) => void;
}

/** The figures of an item, each with its unit and source. */
export function FiguresEditor({ at, figures, onChange }: FiguresEditorProps) {
  const set = (i: number, changes: Partial<SeanceFigure>) =>
    onChange(
      figures.map((figure, place) => (place === i ? { ...figure, ...changes } : figure)),
      `${at}.figures.${i}.${Object.keys(changes)[0]}`,
    );
  const add = () => onChange([...figures, { label: '', value: Number.NaN, unit: '', source: '' }]);
  return (
    <section className="seance-part">
      <h4>{words.title}</h4>
      <ul className="seance-rows">
        {figures.map((figure, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a figure is nothing but its place while it is written
          <li key={i}>
            <div className="seance-row-head">
              <TextField
                label={words.label}
                path={`${at}.figures.${i}.label`}
                value={figure.label}
                onChange={(label) => set(i, { label })}
              />
              <IconButton
                label={words.remove(figure.label)}
                icon={Trash2}
                onClick={() => onChange(figures.filter((_, place) => place !== i))}
              />
            </div>
            <div className="seance-pair">
              <NumberField
                label={words.value}
                path={`${at}.figures.${i}.value`}
                value={figure.value}
                onChange={(value) => set(i, { value })}
              />
              <TextField
                label={words.unit}
                path={`${at}.figures.${i}.unit`}
                value={figure.unit}
                onChange={(unit) => set(i, { unit })}
              />
            </div>
            <TextField
              label={words.source}
              path={`${at}.figures.${i}.source`}
              value={figure.source}
              onChange={(source) => set(i, { source })}
            />
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={add}>
        <Plus size={16} aria-hidden="true" />
        {words.add}
      </button>
    </section>
  );
}
