import type { MultiPoint, Point, Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, type Project, readProjects } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { shapeContains } from '../../shapes/polygon.ts';

/**
 * The projects that the documents name, as a point in their commune (several communes: one point in each; none: no
 * geometry). The documents give no coordinates: where in the commune the point stands is simulated.
 */
export function buildProjets(ground: Ground): DemoLayer {
  const { projects } = readProjects();
  const taken = new Map<string, Position[]>();
  const features = projects.map((project): DemoFeature => {
    const points = Object.keys(project.communes)
      .sort()
      .map((code) => freePoint(project, findCommune(ground, code), taken));
    return { geometry: pointGeometry(points), properties: propertiesOf(project) };
  });
  return { id: 'projets', features };
}

/** Two projects of a commune stand at least this far apart, so that each can be picked. */
const SPACING_M = 90;

function freePoint(
  project: Project,
  commune: GroundCommune,
  taken: Map<string, Position[]>,
): Position {
  const random = createRandom(`projet ${project.id} ${commune.code}`);
  const others = taken.get(commune.code) ?? [];
  const reach = 0.42 * Math.sqrt(commune.areaM2);
  let point = commune.centre;
  for (let i = 0; i < 60; i++) {
    const [angle, away] = [random.between(0, 2 * Math.PI), 60 + reach * random.next() ** 1.6];
    const [x, y] = commune.centre as [number, number];
    point = [x + away * Math.cos(angle), y + away * Math.sin(angle)];
    const isApart = others.every((other) => distance(other, point) >= SPACING_M);
    if (isApart && shapeContains(commune.shape, point)) break;
    point = commune.centre;
  }
  taken.set(commune.code, [...others, point]);
  return point;
}

function pointGeometry(points: Position[]): Point | MultiPoint | null {
  if (points.length === 0) return null;
  if (points.length === 1) return { type: 'Point', coordinates: points[0]! };
  return { type: 'MultiPoint', coordinates: points };
}

function propertiesOf(project: Project): DemoFeature['properties'] {
  const [main, ...others] = project.sources as [string, ...string[]];
  const [document, lines] = main.split(':') as [string, string];
  const codes = Object.keys(project.communes).sort();
  return {
    id: project.id,
    titre: project.title,
    theme: project.theme,
    sujet: project.subject ?? null,
    statut: project.status,
    date: project.date,
    annee: Number(project.date.slice(0, 4)),
    montant_eur: project.amountEur ?? null,
    montant_objet: project.amountPays ?? null,
    quantites: quantitiesText(project),
    description: project.description,
    comm_nom: codes.map((code) => project.communes[code]).join(', ') || null,
    comm_insee: codes.join(', ') || null,
    source_document: readProjects().documents[document]!.title,
    source_ligne: Number.parseInt(lines, 10),
    source_lignes: lines,
    autres_sources: others.map(describeSource).join(' ; ') || null,
  };
}

function quantitiesText({ quantities }: Project): string | null {
  if (!quantities) return null;
  return quantities
    .map(({ value, unit, of }) => `${frenchNumber(value)} ${unit} (${of})`)
    .join(' ; ');
}

/** Decimal comma, thousands apart by a narrow no-break space; not by `Intl`, whose output changes with its version. */
function frenchNumber(value: number): string {
  const [whole, decimals] = String(value).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
