import { useState } from 'react';
import { errorToData } from '../../../domain/errors.ts';
import { addNotice } from '../../../state/actions.ts';
import { keepBasemap, keptBasemap } from '../../../state/kept-basemap.ts';
import { useAct, useAppState } from '../../app-context.tsx';
import { fonds } from '../../strings/fonds.ts';

/** Whether this browser opens maps on the basemap that is shown; a link keeps its own. */
export function KeptBasemap() {
  const basemap = useAppState((state) => state.basemap);
  const [kept, setKept] = useState(() => keptBasemap(window) ?? 'plan');
  const act = useAct();

  function keep(isKept: boolean): void {
    try {
      keepBasemap(window, isKept && basemap !== 'plan' ? basemap : null);
      setKept(isKept ? basemap : 'plan');
    } catch (error) {
      act((state) => addNotice(state, errorToData(error)));
    }
  }

  return (
    <label className="fonds-keep">
      <input
        type="checkbox"
        checked={kept === basemap}
        disabled={kept === basemap && basemap === 'plan'}
        onChange={({ target }) => keep(target.checked)}
      />
      {fonds.keep}
    </label>
  );
}
