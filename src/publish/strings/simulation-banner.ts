import type { Layer } from '../../domain/layer.ts';

/**
 * The French sentence of the permanent banner of a site that serves `layers`: `whole`, the territory's own, where every layer is simulated;
 * how many are, where only some; null where none is.
 */
export function simulationBanner(
  layers: readonly Pick<Layer, 'simulated'>[],
  whole: string | null,
): string | null {
  const count = layers.filter(({ simulated }) => simulated).length;
  if (count === 0) return null;
  if (count === layers.length) return whole;
  const share = `${count} sur ${layers.length}`;
  return count === 1
    ? `Une couche simulée (${share}) : sa fiche le dit, elle n’a aucune valeur réglementaire`
    : `Certaines couches sont simulées (${share}) : leur fiche le dit, elles n’ont aucune valeur réglementaire`;
}
