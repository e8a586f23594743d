import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, type Project, readProjects } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { findCommune } from '../../shapes/commune.ts';
import { freePoint, pointGeometry } from './commune-points.ts';

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
      .map((code) => freePoint(`projet ${project.id}`, findCommune(ground, code), taken));
    return { geometry: pointGeometry(points), properties: propertiesOf(project) };
  });
  return { id: 'projets', features };
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
