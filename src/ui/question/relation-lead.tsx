import type { Layer } from '../../domain/layer.ts';
import type { TravelMode } from '../../domain/network.ts';
import { TRAVEL_MODES } from '../../domain/network.ts';
import type { RelationCondition } from '../../domain/question.ts';
import { NumberField } from '../frame/number-field.tsx';
import { fr } from '../strings/fr.ts';
import { deBefore } from '../strings/grammar.ts';
import { travelModes } from '../strings/travel-modes.ts';
import { useBuilder, useTarget } from './builder-context.ts';

interface RelationLeadProps {
  condition: RelationCondition;
  /** The layer that it is to; null for a shape, or a layer that the atlas has no longer. */
  layer: Layer | null;
  onChange: (condition: RelationCondition, step?: string) => void;
}

/** The words of a relation before what it is to, with its number. */
export function RelationLead({ condition, layer, onChange }: RelationLeadProps) {
  const { gender, geometry } = useTarget();
  const { endStep } = useBuilder();
  const words = fr.condition;
  const of = layer ? deBefore(layer.noun[1]).trim() : 'de';
  const one = layer ? words.one[layer.gender] : '';
  switch (condition.kind) {
    case 'distance':
      return (
        <>
          <span>{words.distanceLead}</span>
          <NumberField
            onFocus={endStep}
            label={words.distanceLabel}
            unit="m"
            value={condition.metres}
            onChange={(metres) => onChange({ ...condition, metres }, 'metres')}
          />
          <span>{of}</span>
        </>
      );
    case 'travel':
      return (
        <>
          <span>{words.distanceLead}</span>
          <NumberField
            onFocus={endStep}
            label={words.minutesLabel}
            unit="min"
            value={condition.minutes}
            onChange={(minutes) => onChange({ ...condition, minutes }, 'minutes')}
          />
          <ModeChoice mode={condition.mode} onChoose={(mode) => onChange({ ...condition, mode })} />
          <span>{of}</span>
        </>
      );
    case 'overlap':
      return (
        <>
          <span>{words.overlapLead[gender]}</span>
          <NumberField
            onFocus={endStep}
            label={words.shareLabel}
            unit="%"
            value={Number((condition.minShare * 100).toFixed(6))}
            onChange={(share) => onChange({ ...condition, minShare: share / 100 }, 'minShare')}
          />
          <span>{layer ? words.byThe : 'par'}</span>
        </>
      );
    case 'inside':
      return <span>{`${words.insideLead[gender]} ${one}`}</span>;
    case 'equals':
      return (
        <span>{`${words.equalsLead[geometry]} ${layer ? words.thanOne[layer.gender] : 'que'}`}</span>
      );
    case 'crosses': {
      const verb = geometry === 'polygon' ? words.crossedLead[gender] : words.verbs.crosses;
      return <span>{`${verb} ${one}`}</span>;
    }
    default:
      return <span>{`${words.verbs[condition.kind]} ${one}`}</span>;
  }
}

interface ModeChoiceProps {
  mode: TravelMode;
  onChoose: (mode: TravelMode) => void;
}

function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  return (
    <select
      aria-label={fr.condition.modeLabel}
      value={mode}
      onChange={(event) => onChoose(event.target.value as TravelMode)}
    >
      {TRAVEL_MODES.map((name) => (
        <option key={name} value={name}>
          {travelModes[name]}
        </option>
      ))}
    </select>
  );
}
