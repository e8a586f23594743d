import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Change } from '../../domain/change.ts';
import type { Value } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { unionExtents } from '../../domain/union-extents.ts';
import { flyTo } from '../../state/actions.ts';
import type { ChosenChange } from '../../state/version-actions.ts';
import { chooseChange } from '../../state/version-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { versions, comparison as words } from '../strings/donnees.ts';
import { formatValue } from '../strings/format.ts';
import { type ChangeFeatures, useChangeFeatures } from './use-change-features.ts';

/** One change: the map flies to it unless it was chosen there, and each field that differs is told before and after. */
export function ChangeDetail({ change }: { change: ChosenChange }) {
  const status = useAppState((state) => state.diff);
  if (status.kind !== 'ready') return null;
  return <Detail change={change} from={status.from} to={status.to} />;
}

function Detail({ change, from, to }: DetailProps) {
  const act = useAct();
  const { features, error } = useChangeFeatures(change, from, to);
  useFlight(change.isInSight ? null : features);
  const key = change.key || words.noKey;
  const title = titleOf(features, from, to);
  return (
    <section className="change-detail" aria-label={words.detail(key)}>
      <div className="change-head">
        <h3>{title ?? key}</h3>
        <span className="quiet">{words.kinds[change.kind]}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={words.close}
          onClick={() => act((state) => chooseChange(state, null))}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {title !== null && title !== key && <p className="quiet">{key}</p>}
      {change.kind === 'moved' && <p className="quiet">{words.shapeMoved}</p>}
      {change.kind === 'added' && <p className="quiet">{words.onlyAfter}</p>}
      {change.kind === 'removed' && <p className="quiet">{words.onlyBefore}</p>}
      {error && <ErrorText error={error} />}
      {!features && !error && <p className="quiet">{words.loading}</p>}
      {features && <FieldChanges change={change} features={features} from={from} to={to} />}
    </section>
  );
}

interface DetailProps {
  change: ChosenChange;
  from: Layer;
  to: Layer;
}

interface FieldChangesProps {
  change: Change;
  features: ChangeFeatures;
  from: Layer;
  to: Layer;
}

function FieldChanges({ change, features: { before, after }, from, to }: FieldChangesProps) {
  if (!before || !after) {
    const [feature, layer] = after ? [after, to] : [before, from];
    return <OneVersion attributes={feature?.attributes ?? {}} layer={layer} />;
  }
  if (change.fields.length === 0) return null;
  return (
    <table
      className="plain-table field-changes"
      aria-label={words.detail(change.key || words.noKey)}
    >
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{versions.before}</th>
          <th scope="col">{versions.after}</th>
        </tr>
      </thead>
      <tbody>
        {change.fields.map((name) => (
          <tr key={name}>
            <th scope="row">{labelOf(to, name)}</th>
            <td>{textOf(before.attributes, from, name)}</td>
            <td>{textOf(after.attributes, to, name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OneVersion({ attributes, layer }: { attributes: Record<string, Value>; layer: Layer }) {
  const filled = layer.fields.filter(({ name }) => (attributes[name] ?? '') !== '');
  return (
    <dl className="sheet-facts">
      {filled.map(({ name, label }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{textOf(attributes, layer, name)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The title of the feature as a card would have it; null while it is not read, or where it is empty. */
function titleOf(features: ChangeFeatures | null, from: Layer, to: Layer): string | null {
  const [feature, layer] = features?.after ? [features.after, to] : [features?.before, from];
  const title = feature?.attributes[layer.titleField];
  return title === null || title === undefined || title === '' ? null : String(title);
}

const labelOf = ({ fields }: Layer, field: string): string =>
  fields.find(({ name }) => name === field)?.label ?? field;

function textOf(attributes: Record<string, Value>, { fields }: Layer, name: string): string {
  const field = fields.find((own) => own.name === name);
  return field ? formatValue(attributes[name] ?? null, field) : '—';
}

/** Flies to a feature when it has been read, where it was and where it is. */
function useFlight(features: ChangeFeatures | null): void {
  const act = useAct();
  useEffect(() => {
    const extents = [features?.before?.extent, features?.after?.extent].filter(
      (extent) => extent !== null && extent !== undefined,
    );
    if (extents.length > 0) act((state) => flyTo(state, unionExtents(extents)));
  }, [features, act]);
}
