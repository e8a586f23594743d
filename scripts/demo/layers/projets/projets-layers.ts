import type { BuildLayer } from '../../demo-layer.ts';
import { buildActionsCentres } from './actions-centres.ts';
import { buildDecisions } from './decisions.ts';
import { buildEclairagePublic } from './eclairage-public.ts';
import { buildFondsConcours } from './fonds-concours.ts';
import { buildIndicateurs } from './indicateurs.ts';
import { buildProjets } from './projets.ts';

/** Layers of the theme `projets`, in the order of the catalogue: id → builder. */
export const PROJETS_LAYERS: Record<string, BuildLayer> = {
  projets: buildProjets,
  decisions: buildDecisions,
  indicateurs: buildIndicateurs,
  actions_centres: buildActionsCentres,
  fonds_concours: buildFondsConcours,
  eclairage_public: buildEclairagePublic,
};
