import { setAppearance } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { apparence } from '../strings/apparence.ts';

/** Light, dark, or as the system says. */
export function AppearanceChoice() {
  const appearance = useAppState((state) => state.appearance);
  const act = useAct();
  return (
    <fieldset className="appearance-choice">
      <legend>{apparence.title}</legend>
      {(['system', 'light', 'dark'] as const).map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="apparence"
            checked={appearance === name}
            onChange={() => act((state) => setAppearance(state, name))}
          />
          {apparence.names[name]}
        </label>
      ))}
      <p className="quiet">{apparence.kept}</p>
    </fieldset>
  );
}
