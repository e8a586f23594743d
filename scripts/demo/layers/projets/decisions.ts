import type { Position } from 'geojson';
import type { Decision } from '../../../../src/domain/library.ts';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { findCommune } from '../../shapes/commune.ts';
import { freePoint, pointGeometry } from './commune-points.ts';
import { readDecisions } from './projets-facts.ts';

/**
 * The decisions that the documents contain or mention, as a point in each commune that they name; no geometry where they
 * name none. Where in the commune the point stands is simulated.
 */
export function buildDecisions(ground: Ground): DemoLayer {
  const taken = new Map<string, Position[]>();
  const features = readDecisions().map((decision): DemoFeature => {
    const points = Object.keys(decision.communes)
      .sort()
      .map((code) => freePoint(`decision ${decision.id}`, findCommune(ground, code), taken));
    return { geometry: pointGeometry(points), properties: propertiesOf(decision) };
  });
  return { id: 'decisions', features };
}

function propertiesOf(decision: Decision): DemoFeature['properties'] {
  const codes = Object.keys(decision.communes).sort();
  const year = decision.date?.match(/\d{4}/)?.[0];
  return {
    id: decision.id,
    titre: decision.title,
    date: decision.date,
    annee: year ? Number(year) : null,
    numero: decision.number ?? null,
    nature: decision.nature,
    theme: decision.theme,
    resultat: decision.outcome,
    majorite: decision.majority ?? null,
    partenaire: decision.partner ?? null,
    site: decision.site ?? null,
    montant_eur: decision.amountEur ?? null,
    montant_objet: decision.amountPays ?? null,
    note: decision.note ?? null,
    comm_insee: codes.join(', ') || null,
    comm_nom: codes.map((code) => decision.communes[code]).join(', ') || null,
    source: decision.sources.map(describeSource).join(' ; '),
  };
}
