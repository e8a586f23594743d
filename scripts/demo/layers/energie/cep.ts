import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { ofPlace } from '../../of-place.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * Buildings of the communes that are advised on energy: as many communes, as many with a restituted state of play and
 * with one in progress, as many audits and low-energy projects as published. The communes that the documents list have
 * theirs, the other communes and all buildings are simulated.
 */
export function buildCep(ground: Ground): DemoLayer {
  const communes = advisedCommunes(ground);
  const buildings = communes.flatMap((advised) =>
    buildingsOf(advised.commune).map((building, i) => ({ ...advised, ...building, rank: i })),
  );
  const random = createRandom('audits');
  const eligible = buildings
    .filter(({ step }) => step === RESTITUTED)
    .map((building) => ({ building, draw: (building.isSecondPhase ? 0 : 1) + random.next() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ building }) => building);
  const audited = new Set(eligible.slice(0, publishedFigure('ind-157')));
  const projects = new Set(eligible.slice(0, publishedFigure('ind-158')));
  const features = buildings.map((building, i): DemoFeature => {
    const { commune, name, use, rank, step, isSecondPhase, source } = building;
    return {
      geometry: {
        type: 'Point',
        coordinates: streetPlaces(ground, commune, rank + 1, 'public buildings', PLACE)[rank]!,
      },
      properties: {
        id: `CEP${String(i + 1).padStart(3, '0')}`,
        nom: name,
        comm_insee: commune.code,
        comm_nom: commune.name,
        usage: use,
        etat_des_lieux: step,
        phase_2: isSecondPhase,
        audit: audited.has(building),
        projet_bbc: projects.has(building),
        source,
      },
    };
  });
  return { id: 'cep', features };
}

interface Advised {
  commune: GroundCommune;
  step: string;
  isSecondPhase: boolean;
  source: string;
}

const RESTITUTED = 'restitué';
/** States of play still being analysed in 2024 (000:458-460). */
const IN_PROGRESS = 7;
const PLACE = { central: 0.95, spacingM: 55, asideM: 14 };

/** Communes whose state of play is restituted: those listed, then simulated ones; then those in progress, and the rest. */
function advisedCommunes({ communes }: Ground): Advised[] {
  const { presented, secondPhase, toFinish } = ENERGY_FACTS.energyAdvice;
  const lists = [presented, secondPhase, toFinish];
  const random = createRandom('advised communes');
  const sourceOf = ({ code }: GroundCommune) =>
    lists.find((list) => list.communes.includes(code))?.source ?? null;
  const ranked = communes
    .map((commune) => ({
      commune,
      source: sourceOf(commune),
      draw: random.next() - (commune.population > 9000 ? -1 : 0),
    }))
    .sort((a, b) => Number(b.source !== null) - Number(a.source !== null) || a.draw - b.draw)
    .slice(0, publishedFigure('ind-153'));
  const restituted = publishedFigure('ind-156');
  return ranked.map(({ commune, source }, i) => ({
    commune,
    step: i < restituted ? RESTITUTED : i < restituted + IN_PROGRESS ? 'en cours' : 'non commencé',
    isSecondPhase: secondPhase.communes.includes(commune.code),
    source: source === null ? 'Commune simulée' : describeSource(source),
  }));
}

/** A town hall and a school everywhere, more in larger communes. */
function buildingsOf({ name, population }: GroundCommune): { name: string; use: string }[] {
  const kinds = [
    { label: 'Mairie', use: 'mairie' },
    { label: 'École', use: 'école' },
    { label: 'Salle des fêtes', use: 'salle' },
    { label: 'Salle de sport', use: 'sport' },
    { label: 'Médiathèque', use: 'culture' },
  ];
  const count = population < 600 ? 2 : population < 2000 ? 3 : population < 4500 ? 4 : 5;
  return kinds
    .slice(0, count)
    .map(({ label, use }) => ({ name: `${label} ${ofPlace(name)}`, use }));
}
