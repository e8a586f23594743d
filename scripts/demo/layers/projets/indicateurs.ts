import type { Position } from 'geojson';
import type { Indicator } from '../../../../src/domain/library.ts';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { freePoint, pointGeometry } from './commune-points.ts';
import { type Objective, readIndicators, readObjectives } from './projets-facts.ts';

/**
 * The published figures, each with its objective where the documents give one; as a point in each commune that its scope
 * names, without geometry when it is of the whole territory.
 */
export function buildIndicateurs({ communes }: Ground): DemoLayer {
  const indicators = readIndicators();
  const objectives = new Map(readObjectives().map((objective) => [objective.indicator, objective]));
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const taken = new Map<string, Position[]>();
  const features = indicators.map((indicator): DemoFeature => {
    const named = namedCommunes(indicator.scope, communes);
    const points = named.map((commune) => freePoint(`indicateur ${indicator.id}`, commune, taken));
    return {
      geometry: pointGeometry(points),
      properties: {
        id: indicator.id,
        theme: indicator.theme,
        libelle: indicator.label,
        valeur: indicator.value,
        unite: indicator.unit,
        annee: indicator.year,
        perimetre: indicator.scope === 'agglo' ? 'Agglomération' : indicator.scope,
        comm_insee: named.map(({ code }) => code).join(', ') || null,
        comm_nom: named.map(({ name }) => name).join(', ') || null,
        ...againstObjective(indicator, objectives.get(indicator.id), byId),
        note: indicator.note ?? null,
        source: describeSource(indicator.source),
      },
    };
  });
  return { id: 'indicateurs', features };
}

/** The communes whose whole name stands in the scope of a figure. */
function namedCommunes(scope: string, communes: GroundCommune[]): GroundCommune[] {
  const parts = scope.split(/, | \(|\)/);
  return communes.filter(({ name }) => parts.includes(name));
}

/** Last year that the documents speak of: an objective due by then and not met is late. */
const LAST_YEAR = 2024;

function againstObjective(
  indicator: Indicator,
  objective: Objective | undefined,
  byId: Map<string, Indicator>,
) {
  if (!objective) {
    return {
      mesure: null,
      objectif: null,
      objectif_unite: null,
      echeance: null,
      avancement_pct: null,
      etat_objectif: null,
      objectif_note: null,
      objectif_source: null,
    };
  }
  const aim = objective.objective ? byId.get(objective.objective)! : undefined;
  const target = objective.value ?? aim!.value!;
  const measured = objective.measured ?? indicator.value!;
  const source = objective.source ?? aim!.source;
  const isMet = objective.better === 'more' ? measured >= target : measured <= target;
  const share = objective.better === 'more' ? measured / target : target / measured;
  const isDue = (objective.deadline ?? LAST_YEAR) <= LAST_YEAR;
  return {
    mesure: measured,
    objectif: target,
    objectif_unite: objective.objective ? aim!.unit : indicator.unit,
    echeance: objective.deadline ?? null,
    avancement_pct: Math.round(1000 * share) / 10,
    etat_objectif: isMet ? 'atteint' : isDue ? 'en retard' : 'en cours',
    objectif_note: objective.note ?? null,
    objectif_source: describeSource(source),
  };
}
