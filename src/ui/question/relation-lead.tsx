import type { Layer } from '../../domain/layer.ts';
import type { TravelMode } from '../../domain/network.ts';
import { TRAVEL_MODES } from '../../domain/network.ts';
import type { RelationCondition } from '../../domain/question.ts';
import { NumberField } from '../frame/number-field.tsx';
import { fr } from '../strings/fr.ts';
import { relationLink } from '../strings/relation-lead.ts';
import { travelModes } from '../strings/travel-modes.ts';
import { useBuilder } from './builder-context.ts';
import { useFaultId } from './field-fault.tsx';

interface RelationLeadProps {
  condition: RelationCondition;
  /** The layer that it is to; null for a shape, or a layer that the atlas has no longer. */
  layer: Layer | null;
  onChange: (condition: RelationCondition, step?: string) => void;
}

/** The number of a relation, if it has one, and the words from there to what it is to. */
export function RelationLead({ condition, layer, onChange }: RelationLeadProps) {
  const link = relationLink(condition.kind, layer);
  return (
    <>
      <RelationNumber condition={condition} onChange={onChange} />
      {link && <span>{link}</span>}
    </>
  );
}

function RelationNumber({ condition, onChange }: Omit<RelationLeadProps, 'layer'>) {
  const { endStep } = useBuilder();
  const faultId = useFaultId('value');
  const words = fr.condition;
  switch (condition.kind) {
    case 'distance':
      return (
        <NumberField
          onFocus={endStep}
          faultId={faultId}
          label={words.distanceLabel}
          unit="m"
          value={condition.metres}
          onChange={(metres) => onChange({ ...condition, metres }, 'metres')}
        />
      );
    case 'travel':
      return (
        <>
          <NumberField
            onFocus={endStep}
            faultId={faultId}
            label={words.minutesLabel}
            unit="min"
            value={condition.minutes}
            onChange={(minutes) => onChange({ ...condition, minutes }, 'minutes')}
          />
          <ModeChoice mode={condition.mode} onChoose={(mode) => onChange({ ...condition, mode })} />
        </>
      );
    case 'overlap':
      return (
        <NumberField
          onFocus={endStep}
          faultId={faultId}
          label={words.shareLabel}
          unit="%"
          value={Number((condition.minShare * 100).toFixed(6))}
          onChange={(share) => onChange({ ...condition, minShare: share / 100 }, 'minShare')}
        />
      );
    default:
      return null;
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
