import type { Layer } from '../../domain/layer.ts';
import { goToSheet } from '../../state/version-actions.ts';
import { useAct } from '../app-context.tsx';

/** The title of a layer, which opens its page. */
export function SheetLink({ layer: { id, title } }: { layer: Layer }) {
  const act = useAct();
  return (
    <button
      type="button"
      className="link-button sheet-link"
      onClick={() => act((state) => goToSheet(state, id))}
    >
      {title}
    </button>
  );
}
