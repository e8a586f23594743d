import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { clipLine, outlineSegments } from '../../ground/territory-outline.ts';
import { linesToGeometry } from '../risques/cours-eau.ts';

/** Rail lines inside the territory, one feature each. */
export function buildVoiesFerrees(ground: Ground): DemoLayer {
  const outline = outlineSegments(ground.communes);
  const features = ground.rails.map(({ name, line }, index) => ({
    geometry: linesToGeometry(clipLine(line, outline)),
    properties: { id: `VF${String(index + 1).padStart(3, '0')}`, nom: name },
  }));
  return { id: 'voies_ferrees', features };
}
