import { costOf } from '../../domain/compare-impacts.ts';
import { setCosts } from '../../state/scenario-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { formatNumber, THIN_SPACE } from '../strings/format.ts';
import { scenarios } from '../strings/scenarios.ts';
import { useCompared } from './comparison.tsx';

const { costs: words } = scenarios;
const KEYS = ['purchase', 'easement', 'works'] as const;

/** The unit costs that the reader gives, and what each variant would cost by them. */
export function CostForm() {
  const act = useAct();
  const costs = useAppState((state) => state.scenario.costs);
  const compared = useCompared();
  if (!compared) return null;
  return (
    <section className="scenario-costs">
      <h3>{words.title}</h3>
      <p className="quiet">{words.note}</p>
      <div className="cost-fields">
        {KEYS.map((key) => (
          <div key={key}>
            <span aria-hidden="true">{words[key]}</span>
            <NumberField
              label={words[key]}
              value={costs[key] ?? Number.NaN}
              onChange={(value) =>
                act((state) => setCosts(state, { [key]: value >= 0 ? value : null }))
              }
            />
          </div>
        ))}
      </div>
      <ul>
        {compared.variants.map((variant, index) => {
          const cost = costOf(compared.impacts[index]?.area ?? 0, variant, costs);
          const text = cost === null ? words.unknown : `${formatNumber(cost, 0)}${THIN_SPACE}€`;
          return (
            <li key={variant.name}>
              {words.total(`${variant.name}, ${scenarios.holdings[variant.holding]}`, text)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
