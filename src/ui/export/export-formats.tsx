import { useId } from 'react';
import { EXPORT_FORMATS } from '../../export/formats.ts';
import { type ExportChoice, exportsText } from '../strings/exports.ts';

interface ExportFormatsProps {
  chosen: ExportChoice;
  hasGeometry: boolean;
  onChoose: (choice: ExportChoice) => void;
}

/** The formats by use, each with a word on what it is for; those that a table without geometry cannot have are off. */
export function ExportFormats({ chosen, hasGeometry, onChoose }: ExportFormatsProps) {
  const name = useId();
  return (
    <fieldset className="export-formats">
      <legend>{exportsText.format}</legend>
      {!hasGeometry && <p className="quiet">{exportsText.noGeometry}</p>}
      <div className="export-groups">
        {GROUPS.map(([group, choices]) => (
          <fieldset key={group}>
            <legend>{exportsText.groups[group]}</legend>
            {choices.map((choice) => {
              const format = choice === 'pdf' ? null : EXPORT_FORMATS[choice];
              return (
                <label key={choice} className="export-format">
                  <input
                    type="radio"
                    name={name}
                    value={choice}
                    checked={choice === chosen}
                    disabled={Boolean(format?.needsGeometry) && !hasGeometry}
                    onChange={() => onChoose(choice)}
                  />
                  <span>
                    <strong>{exportsText.names[choice]}</strong>
                    <small>
                      {exportsText.purposes[choice]}
                      {format &&
                        format.megabytes > 0 &&
                        ` ${exportsText.fetched(format.megabytes)}.`}
                    </small>
                  </span>
                </label>
              );
            })}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}

const GROUPS: ['tables' | 'gis' | 'document', ExportChoice[]][] = [
  ['tables', ['xlsx', 'csv']],
  ['document', ['pdf']],
  ['gis', ['gpkg', 'geojson', 'shp', 'parquet', 'kml']],
];
