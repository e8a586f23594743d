import { useId } from 'react';
import type { ExportCrs } from '../../export/export-content.ts';
import { crsHeld } from '../../export/formats.ts';
import { useAppState } from '../app-context.tsx';
import { exportsText } from '../strings/exports.ts';
import type { ExportSource } from './export-source.ts';
import { crsOf, type ExportWish } from './use-export.ts';

interface ExportOptionsProps {
  source: ExportSource;
  wish: ExportWish;
  onChange: (change: Partial<ExportWish>) => void;
}

/** What is taken, and how it is laid out: only what there is a choice of. */
export function ExportOptions({ source, wish, onChange }: ExportOptionsProps) {
  const { rows, kept, columns, shown } = source;
  const { choice, crs, orientation, scope } = wish;
  const metricCrs = useAppState(({ catalogue }) => catalogue?.territory.metricCrs ?? 'EPSG:2154');
  const held = choice === 'pdf' ? [] : crsHeld(choice, metricCrs);
  return (
    <div className="export-options">
      <Choice
        label={exportsText.rows}
        value={scope.isKept ? 'kept' : 'all'}
        options={[
          ['all', exportsText.allRows(rows)],
          ...(kept === null ? [] : [['kept', exportsText.keptRows(kept, rows)] as Option]),
        ]}
        onChoose={(value) => onChange({ scope: { ...scope, isKept: value === 'kept' } })}
      />
      <Choice
        label={exportsText.columns}
        value={scope.isShown ? 'shown' : 'all'}
        options={[
          ['all', exportsText.allColumns(columns)],
          ...(shown === null
            ? []
            : [['shown', exportsText.shownColumns(shown, columns)] as Option]),
        ]}
        onChoose={(value) => onChange({ scope: { ...scope, isShown: value === 'shown' } })}
      />
      {choice !== 'pdf' && held.length > 0 && (
        <Choice
          label={exportsText.crs}
          value={crsOf(choice, crs, metricCrs)}
          options={held.map((name): Option => [name, exportsText.crsName(name)])}
          onChoose={(value) => onChange({ crs: value as ExportCrs })}
        />
      )}
      {choice === 'pdf' && (
        <Choice
          label={exportsText.page}
          value={orientation}
          options={[
            ['portrait', exportsText.orientations.portrait],
            ['landscape', exportsText.orientations.landscape],
          ]}
          onChoose={(value) => onChange({ orientation: value as ExportWish['orientation'] })}
        />
      )}
    </div>
  );
}

type Option = [value: string, label: string];

interface ChoiceProps {
  label: string;
  value: string;
  options: Option[];
  onChoose: (value: string) => void;
}

/** A choice of a few; where there is one alone, what it is. */
function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <p className="export-option">
      <label htmlFor={id}>{label}</label>
      {options.length === 1 ? (
        <output id={id}>{options[0]?.[1]}</output>
      ) : (
        <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
          {options.map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      )}
    </p>
  );
}
