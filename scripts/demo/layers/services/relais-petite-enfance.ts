import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';

const ISBERGUES = '62473';
/** Stands for the Bas-Pays, whose relay joined. */
const LA_COUTURE = '62252';
/** "127 assistants maternels agréés en activité", Rapport d'activité 2024, lines 618-620. */
const CHILDMINDERS = 127;

/**
 * The communes of the early childhood relay: those nearest to its house in Isbergues and, after its extension, those of the
 * Bas-Pays. The documents give their number, not their names.
 */
export function buildRelaisPetiteEnfance(ground: Ground): DemoLayer {
  const members = nearest(ground.communes, ISBERGUES, publishedFigure('ind-342'));
  const others = ground.communes.filter((commune) => !members.includes(commune));
  const joined = nearest(others, LA_COUTURE, publishedFigure('ind-341') - members.length);
  const all = [...members, ...joined];
  const minders = apportion(
    CHILDMINDERS,
    members.map(({ population }) => population),
  );
  const features = all.map(({ code, name, shape }, index) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: shape },
    properties: {
      comm_insee: code,
      comm_nom: name,
      adhesion: index < members.length ? 'avant 2024' : 'extension de 2024',
      assistants_maternels: minders[index] ?? null,
    },
  }));
  return { id: 'relais_petite_enfance', features };

  function nearest(communes: GroundCommune[], code: string, count: number): GroundCommune[] {
    const { centre } = findCommune(ground, code);
    return [...communes]
      .sort((a, b) => distance(a.centre, centre) - distance(b.centre, centre))
      .slice(0, count);
  }
}
