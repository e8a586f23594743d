import type { Field, Layer } from '../../domain/layer.ts';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { sheet } from '../strings/donnees.ts';

/** The fields of a layer: name, meaning, type, unit, codes. */
export function FieldsTable({ layer: { fields, key } }: { layer: Layer }) {
  return (
    <section>
      <h3 id="sheet-fields">{sheet.fields(fields.length)}</h3>
      <ScrollRegion className="plain-scroll" labelledBy="sheet-fields">
        <table className="plain-table fields-table" aria-labelledby="sheet-fields">
          <thead>
            <tr>
              <th scope="col">{sheet.fieldName}</th>
              <th scope="col">{sheet.fieldLabel}</th>
              <th scope="col">{sheet.fieldType}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow key={field.name} field={field} isKey={field.name === key} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function FieldRow({ field, isKey }: { field: Field; isKey: boolean }) {
  const { name, label, type, unit, codes, description } = field;
  const entries = Object.entries(codes ?? {});
  return (
    <tr>
      <th scope="row">
        <code className="field-name">{name}</code>
        {isKey && <span className="key-mark">{sheet.keyField}</span>}
      </th>
      <td>
        {label}
        {description && <p className="quiet">{description}</p>}
        {entries.length > 0 && (
          <details>
            <summary>{sheet.codes(entries.length)}</summary>
            <dl className="code-list">
              {entries.map(([code, meaning]) => (
                <div key={code}>
                  <dt>
                    <code>{code}</code>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </td>
      <td>
        {sheet.types[type]}
        {unit && ` (${unit})`}
      </td>
    </tr>
  );
}
