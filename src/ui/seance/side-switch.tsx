import type { SeanceItem } from '../../domain/seance.ts';
import type { Presenter } from '../../state/seance-presenter.ts';
import { SIDES } from '../../state/seance-scene.ts';
import { show } from '../strings/seance.ts';
import { useSeance } from './seance-context.ts';

/** The switch between the two sides of a scene that has them, over the map. */
export function SideSwitch({ presenter, item }: { presenter: Presenter; item: SeanceItem }) {
  const { command } = useSeance();
  const { beforeAfter } = item.scene;
  if (!beforeAfter) return null;
  return (
    <fieldset className="show-sides" aria-label={show.sides}>
      {SIDES.map((side) => (
        <button
          key={side}
          type="button"
          aria-pressed={presenter.side === side}
          onClick={() => {
            if (presenter.side !== side) command({ kind: 'side' });
          }}
        >
          {beforeAfter[side].label}
        </button>
      ))}
    </fieldset>
  );
}
