import { useId } from 'react';
import { METRIC_CRS } from '../../domain/crs.ts';
import { CRS_NAMES } from '../../domain/nomenclature/metric-crs.ts';
import type { LayerReport, TableSummary } from '../../publish/protocol.ts';
import { useAppState } from '../app-context.tsx';
import { formatCount } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import { OpenOnly } from './file-step.tsx';
import { SelectField } from './meta-field.tsx';
import type { StepProps } from './publish-wizard.tsx';
import type { Wizard } from './wizard.ts';
import type { TableChoice } from './wizard-state.ts';
import { FailureText } from './work-line.tsx';

const words = publier.layer;

/** Step 2: which tables become layers, under which id, in which system. */
export function LayerStep({ wizard, state }: StepProps) {
  const { delivery, choices, reports } = state;
  if (!delivery) return null;
  const { kind, layers, tables } = delivery;
  const taken = choices.filter(({ isTaken }) => isTaken);
  const isReady = taken.length > 0 && taken.every((choice) => faultOf(choice, taken) === null);
  const failed = (index: number) =>
    reports.find((report) => report.index === index && report.kind === 'failed');
  return (
    <section className="publier-step" aria-label={publier.steps.couche}>
      <p className="publier-found">
        {kind === 'tables' ? publier.delivery.tables(layers.length) : publier.delivery[kind]}
      </p>
      {layers.length === 0 && <p className="warning">{publier.file.nothing}</p>}
      <ul className="publier-tables">
        {layers.map((table, index) => {
          const choice = choices[index];
          if (!choice) return null;
          return (
            <TableRow
              key={`${table.path} ${table.name}`}
              table={table}
              choice={choice}
              fault={choice.isTaken ? faultOf(choice, taken) : null}
              failed={failed(index)}
              wizard={wizard}
            />
          );
        })}
      </ul>
      {tables.length > 0 && (
        <p className="quiet">{words.without(tables.map(({ name }) => name).join(', '))}</p>
      )}
      {taken.length === 0 && layers.length > 0 && <p className="warning">{words.none}</p>}
      <button
        type="button"
        className="primary-button"
        disabled={!isReady || state.work.kind === 'busy'}
        onClick={() => void wizard.goTo('controle')}
      >
        {words.check}
      </button>
      <OpenOnly wizard={wizard} />
    </section>
  );
}

function faultOf(choice: TableChoice, taken: TableChoice[]): string | null {
  if (!/^[a-z][a-z0-9_]*$/.test(choice.id)) return words.badId;
  return taken.filter(({ id }) => id === choice.id).length > 1 ? words.twice : null;
}

interface TableRowProps {
  table: TableSummary;
  choice: TableChoice;
  fault: string | null;
  failed: LayerReport | undefined;
  wizard: Wizard;
}

function TableRow({ table, choice, fault, failed, wizard }: TableRowProps) {
  const { index, isTaken } = choice;
  return (
    <li className="publier-table" data-taken={isTaken}>
      <label className="layer-check">
        <input
          type="checkbox"
          checked={isTaken}
          aria-label={words.take(table.name)}
          onChange={(event) => wizard.choose(index, { isTaken: event.target.checked })}
        />
        <span className="layer-title">{table.title ?? table.name}</span>
      </label>
      <p className="quiet">
        {[
          ...(table.title ? [table.name] : []),
          formatCount(table.rows, words.rows),
          words.families[table.family ?? 'none'],
        ].join('\u00a0· ')}
      </p>
      {isTaken && <IdFields choice={choice} fault={fault} wizard={wizard} />}
      {isTaken && <SchemaField table={table} choice={choice} wizard={wizard} />}
      {isTaken && <CrsField table={table} choice={choice} wizard={wizard} />}
      {isTaken && failed?.kind === 'failed' && (
        <div className="publier-failed" role="alert">
          <p className="error-title">{words.failed}</p>
          <FailureText error={failed.error} />
        </div>
      )}
    </li>
  );
}

function IdFields({ choice, fault, wizard }: Pick<TableRowProps, 'choice' | 'fault' | 'wizard'>) {
  const id = useId();
  const layers = useAppState((state) => state.catalogue?.layers ?? NO_LAYERS);
  const published = layers.filter((layer) => !layer.isTemporary);
  const before = published.find((layer) => layer.id === choice.id);
  const sorted = [...published].sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  return (
    <>
      <div className="publier-pair">
        <label className="publier-field">
          <span>{words.id}</span>
          <input
            type="text"
            value={choice.id}
            spellCheck={false}
            aria-invalid={fault !== null}
            aria-describedby={`${id}-help`}
            onChange={(event) => wizard.choose(choice.index, { id: event.target.value.trim() })}
          />
        </label>
        <label className="publier-field">
          <span>{words.replaces}</span>
          <select
            value={before?.id ?? ''}
            onChange={(event) => {
              if (event.target.value) wizard.choose(choice.index, { id: event.target.value });
            }}
          >
            <option value="">{words.new}</option>
            {sorted.map((layer) => (
              <option key={layer.id} value={layer.id}>
                {layer.title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p id={`${id}-help`} className={fault ? 'warning' : 'quiet'}>
        {fault ?? (before ? words.replacing(before.title) : words.isNew)}
      </p>
    </>
  );
}

const NO_LAYERS: never[] = [];

type ChoiceProps = Pick<TableRowProps, 'table' | 'choice' | 'wizard'>;

/** The standard that the table is held against: the one that was recognised, another one of its geometry, or none. */
function SchemaField({ table, choice, wizard }: ChoiceProps) {
  const own = table.schemas.find(({ id }) => id === table.schema);
  return (
    <SelectField
      label={words.schema}
      value={choice.schema ?? ''}
      help={own ? words.schemaFound(own.title) : words.schemaHint}
      options={table.schemas.map(({ id, standard, title }) => [id, `${standard} – ${title}`])}
      unset={words.noSchema}
      onChange={(id) => wizard.choose(choice.index, { schema: id || null })}
    />
  );
}

/** What the file says wins where it makes sense: the choice is for a file that says nothing, or something wrong. */
function CrsField({ table, choice, wizard }: ChoiceProps) {
  return (
    <SelectField
      label={words.crs}
      value={choice.crs ?? ''}
      help={table.crs ? words.crsKept : words.crsHint}
      options={OFFERED_CRS.map((crs) => [crs, crsText(crs)])}
      unset={table.crs ? words.crsFound(crsText(table.crs)) : words.crsUnsaid}
      onChange={(crs) => wizard.choose(choice.index, { crs: crs || null })}
    />
  );
}

/** The systems that files of a French territory are in, the usual first. */
const OFFERED_CRS = [
  'EPSG:2154',
  ...METRIC_CRS.filter((crs) => crs !== 'EPSG:2154'),
  'EPSG:4326',
  'EPSG:3857',
];

function crsText(crs: string): string {
  const own = METRIC_CRS.find((candidate) => candidate === crs);
  const name = publier.layer.crsNames[crs] ?? (own && CRS_NAMES[own]);
  if (name) return crs === 'OGC:CRS84' ? name : `${name} – ${crs}`;
  return crs.length > 40 ? `${crs.slice(0, 40)}…` : crs;
}
