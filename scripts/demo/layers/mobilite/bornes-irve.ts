import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, type SourceRef } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { pairOf } from '../../shapes/degrees.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { readMobility } from './mobilite-facts.ts';

/**
 * The charge points for electric vehicles (fields of the IRVE schema 2.3.1), one feature for each bollard: as many of the
 * intercommunality as published, with the published sessions, those that the documents place in their commune; and
 * private stations up to the published number of charge points (`nbre_pdc` adds up to it).
 */
export function buildBornesIrve(ground: Ground): DemoLayer {
  const own = ownBollards(ground);
  const ownPoints = publishedFigure(OWN_POINTS);
  const doubles = ownPoints - own.length;
  const sessions = apportion(
    publishedFigure(SESSIONS),
    own.map(({ commune, name }) => {
      const random = createRandom(`sessions ${name} ${commune.code}`);
      return Math.sqrt(commune.population) * random.between(0.3, 1.7);
    }),
  );
  const ownRows = own.map((bollard, i) =>
    describe(bollard, i < doubles ? 2 : 1, sessions[i]!, 'CABBALR'),
  );
  const privateRows = privateBollards(ground, publishedFigure(POINTS) - ownPoints);
  return { id: 'bornes_irve', features: [...ownRows, ...privateRows].map(numbered) };
}

interface Bollard {
  name: string;
  commune: GroundCommune;
  point: Position;
  isFast: boolean;
  source: SourceRef | null;
}

/** Indicators: charge points in all, those of the intercommunality, its bollards, their sessions. */
const [POINTS, OWN_POINTS, BOLLARDS, SESSIONS] = ['ind-189', 'ind-190', 'ind-191', 'ind-192'];
const POINTS_A_STATION = 4;
const EPCI_SIREN = '200072460';
const OPERATORS = ['Opérateur privé A', 'Opérateur privé B', 'Opérateur privé C'];

function ownBollards(ground: Ground): Bollard[] {
  const { chargeSites, chargeSitesTotal, chargeInnovations, fastBollards } = readMobility();
  const bySite = apportion(
    chargeSitesTotal.bollards,
    chargeSites.map(() => 1),
  );
  const named = [
    ...chargeInnovations.map((site) => ({ ...site, count: 1 })),
    ...chargeSites.map((site, i) => ({ ...site, fast: false, count: bySite[i]! })),
  ].flatMap(({ name, commune, source, fast, count }) => {
    const place = findCommune(ground, commune);
    const [point] = streetPlaces(ground, place, 1, `charge ${name}`, { central: 0.5 });
    return Array.from({ length: count }, (_, i): Bollard => {
      const at = [point![0]! + 6 * i, point![1]! + 2 * i];
      return { name, commune: place, point: at, isFast: fast, source };
    });
  });
  const held = new Map<string, number>();
  for (const { commune } of named) held.set(commune.code, (held.get(commune.code) ?? 0) + 1);
  const left = publishedFigure(BOLLARDS) - named.length;
  const others = sharePlaces(ground.communes, left, held).map((code, i): Bollard => {
    const commune = findCommune(ground, code);
    const [point] = streetPlaces(ground, commune, 1, `public charge ${i}`, { central: 0.7 });
    const isFast = i < fastBollards.count - chargeInnovations.filter(({ fast }) => fast).length;
    return { name: `${commune.name} – centre`, commune, point: point!, isFast, source: null };
  });
  return [...named, ...others];
}

function privateBollards(ground: Ground, points: number): DemoFeature[] {
  const codes = sharePlaces(ground.communes, Math.round(points / POINTS_A_STATION), new Map());
  const random = createRandom('private charge points');
  const sizes = apportion(
    points,
    codes.map(() => random.between(0.7, 1.6)),
  );
  return codes.map((code, i) => {
    const commune = findCommune(ground, code);
    const [point] = streetPlaces(ground, commune, 1, `private charge ${i}`, {
      central: 0.25,
      asideM: 22,
    });
    const operator = OPERATORS[random.integer(0, OPERATORS.length - 1)]!;
    const name = `${commune.name} – parking ${i + 1}`;
    const isFast = random.next() < 0.35;
    return describe(
      { name, commune, point: point!, isFast, source: null },
      sizes[i]!,
      null,
      operator,
    );
  });
}

function describe(
  { name, commune, isFast, point, source }: Bollard,
  points: number,
  sessions: number | null,
  operator: string,
): DemoFeature {
  const isOwn = operator === 'CABBALR';
  const random = createRandom(`bollard ${name} ${Math.round(point[0]!)}`);
  return {
    geometry: { type: 'Point', coordinates: point },
    properties: {
      code_insee_commune: commune.code,
      comm_nom: commune.name,
      nom_station: name,
      adresse_station: commune.name,
      coordonneesXY: pairOf(point),
      nom_amenageur: operator,
      siren_amenageur: isOwn ? EPCI_SIREN : null,
      nom_operateur: operator,
      contact_operateur: null,
      nom_enseigne: operator,
      implantation_station: isOwn ? 'Voirie' : 'Parking privé à usage public',
      nbre_pdc: points,
      puissance_nominale: isFast ? (source === null ? 50 : 150) : 22,
      prise_type_2: true,
      prise_type_combo_ccs: isFast,
      prise_type_chademo: isFast && isOwn,
      prise_type_ef: isOwn && !isFast,
      prise_type_autre: false,
      gratuit: false,
      paiement_acte: true,
      paiement_cb: isFast,
      condition_acces: 'Accès libre',
      reservation: false,
      horaires: isOwn ? '24/7' : 'Mo-Sa 08:00-20:00',
      accessibilite_pmr: 'Accessibilité inconnue',
      restriction_gabarit: 'Inconnu',
      station_deux_roues: false,
      date_mise_en_service: isOwn
        ? serviceDate(source, random.integer(1, 12))
        : `${random.integer(2021, 2025)}-06-01`,
      date_maj: '2025-12-31',
      agglo: isOwn,
      rapide: isFast,
      sessions_2024: sessions,
      source: source === null ? 'Emplacement simulé' : describeSource(source),
    },
  };
}

/** The documents put the listed bollards in 2021, the innovations in 2022; the others belong to 2020 or 2022. */
function serviceDate(source: SourceRef | null, month: number): string {
  const year = source === '001:480' ? 2021 : source === null ? 2020 : 2022;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function numbered({ geometry, properties }: DemoFeature, index: number): DemoFeature {
  const network = properties.agglo === true ? 'CAB' : 'PRV';
  const number = String(index + 1).padStart(5, '0');
  const points = Array.from(
    { length: Number(properties.nbre_pdc) },
    (_, i) => `FR${network}E${number}${String(i + 1).padStart(2, '0')}`,
  );
  return {
    geometry,
    properties: {
      id_station_itinerance: `FR${network}P${number}`,
      id_pdc_itinerance: points.join('|'),
      ...properties,
    },
  };
}
