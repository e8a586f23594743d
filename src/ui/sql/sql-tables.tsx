import { useAppState } from '../app-context.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';

/** The layers of the catalogue as tables: their columns with what each holds, and a button that reads the first rows. */
export function SqlTables({ onRead }: { onRead: (table: string) => void }) {
  const catalogue = useAppState((state) => state.catalogue);
  return (
    <details className="sql-help">
      <summary>{sqlScreen.layers}</summary>
      {catalogue?.layers.map((layer) => (
        <details key={layer.id}>
          <summary>
            <code>{layer.id}</code> <span className="quiet">{layer.title}</span>
          </summary>
          <button type="button" className="button" onClick={() => onRead(layer.id)}>
            {sqlScreen.read(layer.id)}
          </button>
          <dl>
            {layer.fields.map((field) => (
              <div key={field.name}>
                <dt>
                  <code>{field.name}</code>
                </dt>
                <dd>{field.unit ? `${field.label} (${field.unit})` : field.label}</dd>
              </div>
            ))}
            <div>
              <dt>
                <code>geom</code>
              </dt>
              <dd>{sqlScreen.geometry}</dd>
            </div>
          </dl>
        </details>
      ))}
    </details>
  );
}
