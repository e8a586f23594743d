import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { clipLine, outlineSegments } from '../../ground/territory-outline.ts';
import { linesToGeometry } from '../risques/cours-eau.ts';

/** Roads and streets inside the territory, motorways first, so that the file draws from the widest to the narrowest. */
export function buildVoirie(ground: Ground): DemoLayer {
  const outline = outlineSegments(ground.communes);
  const sorted = KINDS.flatMap((kind) => ground.roads.filter((road) => road.kind === kind));
  const features = sorted.map(({ name, kind, line }, index) => ({
    geometry: linesToGeometry(kind === 'locale' ? [line] : clipLine(line, outline)),
    properties: {
      id: `VO${String(index + 1).padStart(6, '0')}`,
      nom: name === '' ? null : name,
      nature: kind,
    },
  }));
  return { id: 'voirie', features: features.filter((feature) => feature.geometry !== null) };
}

const KINDS = ['autoroute', 'principale', 'secondaire', 'locale'] as const;
