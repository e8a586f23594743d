import type { Field } from '../../domain/layer.ts';
import {
  CATALOGUE_COLUMNS,
  CATALOGUE_TABLE,
  type CatalogueColumnName,
} from '../../sql/catalogue-table.ts';
import { useAppState } from '../app-context.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';

/**
 * The layers of the catalogue as tables, then the catalogue itself: their columns with what each holds, and a button that
 * reads the first rows.
 */
export function SqlTables({ onRead }: { onRead: (table: string) => void }) {
  const catalogue = useAppState((state) => state.catalogue);
  return (
    <details className="sql-help">
      <summary>{sqlScreen.layers}</summary>
      {catalogue?.layers.map(({ id, title, fields }) => (
        <SqlTable
          key={id}
          name={id}
          title={title}
          columns={[...fields.map(describeField), ['geom', sqlScreen.geometry]]}
          onRead={onRead}
        />
      ))}
      <SqlTable
        name={CATALOGUE_TABLE}
        title={sqlScreen.catalogue}
        columns={CATALOGUE_NAMES.map((name) => [name, sqlScreen.catalogueColumns[name]])}
        onRead={onRead}
      />
    </details>
  );
}

interface SqlTableProps {
  name: string;
  title: string;
  /** Name and meaning of each column. */
  columns: (readonly [name: string, meaning: string])[];
  onRead: (table: string) => void;
}

function SqlTable({ name, title, columns, onRead }: SqlTableProps) {
  return (
    <details>
      <summary>
        <code>{name}</code> <span className="quiet">{title}</span>
      </summary>
      <button type="button" className="button" onClick={() => onRead(name)}>
        {sqlScreen.read(name)}
      </button>
      <dl>
        {columns.map(([column, meaning]) => (
          <div key={column}>
            <dt>
              <code>{column}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function describeField({ name, label, unit }: Field): [string, string] {
  return [name, unit ? `${label} (${unit})` : label];
}

const CATALOGUE_NAMES = Object.keys(CATALOGUE_COLUMNS) as CatalogueColumnName[];
