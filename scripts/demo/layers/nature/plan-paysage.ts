import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';

/** Viewpoints of the landscape plan, by landscape unit, with what is at stake in each. */
export function buildPlanPaysage(ground: Ground): DemoLayer {
  const features = VIEWPOINTS.map(([code, unit, stake, view], i) => {
    const commune = findCommune(ground, code);
    const [at] = streetPlaces(ground, commune, 1, `landscape ${i}`, { central: 0.1 });
    return {
      geometry: { type: 'Point' as const, coordinates: at! },
      properties: {
        id: `PAY-${String(i + 1).padStart(2, '0')}`,
        nom: `${view} (${commune.name})`,
        comm_insee: code,
        comm_nom: commune.name,
        unite: unit,
        enjeu: stake,
      },
    };
  });
  return { id: 'plan_paysage', features };
}

type Viewpoint = [code: string, unit: string, stake: string, view: string];

const VIEWPOINTS: Viewpoint[] = [
  ['62356', 'collines de l’Artois', 'préserver', 'Lisière du bois'],
  ['62232', 'collines de l’Artois', 'préserver', 'Vallée de la Lawe vue d’en haut'],
  ['62269', 'collines de l’Artois', 'préserver', 'Plateau et vallon boisé'],
  ['62885', 'collines de l’Artois', 'restaurer', 'Entrée de village'],
  ['62029', 'collines de l’Artois', 'préserver', 'Creuses et rideaux'],
  ['62400', 'bassin minier', 'valoriser', 'Terrils jumeaux'],
  ['62178', 'bassin minier', 'restaurer', 'Cité et chevalement'],
  ['62555', 'bassin minier', 'valoriser', 'Ancien carreau de fosse'],
  ['62617', 'bassin minier', 'restaurer', 'Entrée de ville'],
  ['62048', 'bassin minier', 'valoriser', 'Vallée Carreau'],
  ['62706', 'bas-pays', 'préserver', 'Fossés et saules têtards'],
  ['62252', 'bas-pays', 'préserver', 'Plaine bocagère'],
  ['62584', 'bas-pays', 'valoriser', 'Canal et maison de la nature'],
  ['62119', 'bas-pays', 'valoriser', 'Beffroi vu de la plaine'],
  ['62770', 'vallée de la Lys', 'préserver', 'Prairies inondables'],
  ['62747', 'vallée de la Lys', 'préserver', 'Méandre de la Lys'],
];
