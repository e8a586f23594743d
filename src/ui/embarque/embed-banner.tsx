import { useAppState } from '../app-context.tsx';
import { embed } from '../strings/embed.ts';

/** Says in few words that what the map of a frame draws is simulated, or some of it: the layers shown and those of the base map. */
export function EmbedBanner() {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  const drawn = (catalogue?.layers ?? []).filter(
    ({ id, base }) => base || shown.some((one) => one.id === id),
  );
  const count = drawn.filter(({ simulated }) => simulated).length;
  if (count === 0) return null;
  return (
    <p className="embed-banner" title={catalogue?.territory.banner ?? undefined}>
      {count === drawn.length ? embed.simulated : embed.partlySimulated}
    </p>
  );
}
