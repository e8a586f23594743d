import { X } from 'lucide-react';
import type { Variant } from '../../domain/impact.ts';
import { kindOf } from '../../state/drawing-actions.ts';
import {
  changeVariant,
  impactOf,
  removeVariant,
  variantsOf,
} from '../../state/scenario-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { formatArea } from '../strings/format.ts';
import { scenarios, shapeProblem } from '../strings/scenarios.ts';

/** Metres that a line may be widened by on either side; scenario files hold it to the same. */
const MOST_HALF_WIDTH = 10_000;

/** The variants that are compared, the first being the reference. */
export function VariantList() {
  const drawn = useAppState((state) => state.drawn);
  const scenario = useAppState((state) => state.scenario);
  const variants = variantsOf({ drawn, scenario });
  if (variants.length === 0) return null;
  return (
    <ol className="variant-list" aria-label={scenarios.variants}>
      {variants.map((variant, index) => (
        <VariantRow key={variant.name} variant={variant} isReference={index === 0} />
      ))}
    </ol>
  );
}

function VariantRow({ variant, isReference }: { variant: Variant; isReference: boolean }) {
  const { name, shapes, halfWidth, holding } = variant;
  const act = useAct();
  const { stopMeasuring } = useEffects();
  const sentence = useErrorSentence();
  const impacts = useAppState((state) => state.impacts);
  const status = impactOf({ impacts }, variant);
  const isSurface = shapes.every(({ geometry }) => kindOf(geometry) === 'polygon');
  return (
    <li className="variant-row">
      <p className="drawn-head">
        <strong>{name}</strong>
        {isReference && <span className="badge">{scenarios.reference}</span>}
        {status?.kind === 'ready' && (
          <span className="quiet">{formatArea(status.impact.area)}</span>
        )}
        <IconButton
          label={scenarios.remove(name)}
          icon={X}
          onClick={() => act((state) => removeVariant(state, name))}
        />
      </p>
      <p className="variant-options">
        {!isSurface && (
          <span className="variant-option">
            <span aria-hidden="true">{scenarios.halfWidthShort}</span>
            <NumberField
              label={scenarios.halfWidth(name)}
              value={halfWidth}
              unit="m"
              onChange={(value) => {
                if (value > 0 && value <= MOST_HALF_WIDTH) {
                  act((state) => changeVariant(state, name, { halfWidth: value }));
                }
              }}
            />
          </span>
        )}
        <span className="variant-option">
          <span aria-hidden="true">{scenarios.holdingShort}</span>
          <select
            aria-label={scenarios.holding(name)}
            value={holding}
            onChange={({ target }) =>
              act((state) =>
                changeVariant(state, name, {
                  holding: target.value === 'easement' ? 'easement' : 'purchase',
                }),
              )
            }
          >
            <option value="purchase">{scenarios.holdings.purchase}</option>
            <option value="easement">{scenarios.holdings.easement}</option>
          </select>
        </span>
      </p>
      {status?.kind === 'measuring' && (
        <p className="quiet" aria-live="polite">
          {scenarios.measuring(name)}{' '}
          <button type="button" className="link-button" onClick={stopMeasuring}>
            {scenarios.stop}
          </button>
        </p>
      )}
      {status?.kind === 'failed' && (
        <p className="drawing-fault" role="alert">
          {shapeProblem(status.error) ?? sentence(status.error).title}
        </p>
      )}
    </li>
  );
}
