import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';
import { blocksOf } from '../../shapes/sectors.ts';
import { isSeweredBlock } from './served-land.ts';

/**
 * The zoning of public and private sewerage, simulated: each commune whole, cut along its blocks, so that a parcel lies
 * in one zone and no other.
 */
export function buildZonageAnc(ground: Ground): DemoLayer {
  return {
    id: 'zonage_anc',
    features: ground.communes.flatMap((commune) => zonesOf(ground, commune)),
  };
}

function zonesOf(ground: Ground, commune: GroundCommune): DemoFeature[] {
  const blocks = blocksOf(ground).get(commune.code) ?? [];
  const merged = mergeBlocks(blocks, (block) =>
    isSeweredBlock(commune, block) ? SEWERED : PRIVATE,
  );
  return [SEWERED, PRIVATE].flatMap((zoning): DemoFeature[] => {
    const coordinates = merged.filter(({ key }) => key === zoning).map(({ shape }) => shape);
    if (coordinates.length === 0) return [];
    return [
      {
        geometry: { type: 'MultiPolygon', coordinates },
        properties: {
          id: `${commune.code}-${zoning === SEWERED ? 'AC' : 'ANC'}`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          zonage: zoning,
          libelle: `${zoning === SEWERED ? 'Assainissement collectif' : 'Assainissement non collectif'} – ${commune.name}`,
          TYPEINF: '19',
          STYPEINF: '01',
        },
      },
    ];
  });
}

const SEWERED = 'collectif';
const PRIVATE = 'non collectif';
