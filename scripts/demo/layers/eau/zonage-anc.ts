import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';
import { blocksOf } from '../../shapes/sectors.ts';
import { IDURBA } from '../urbanisme/prescription.ts';
import { isSeweredBlock } from './served-land.ts';

/**
 * The zoning of public and private sewerage, simulated: each commune whole, cut along its blocks, so that a parcel lies
 * in one zone and no other. Attributes of the table INFO_SURF (CNIG PLU v2024 rev. 2025-06), with the commune beside them.
 */
export function buildZonageAnc(ground: Ground): DemoLayer {
  const zones = ground.communes.flatMap((commune) => zonesOf(ground, commune));
  return { id: 'zonage_anc', features: zones.map(numbered) };
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
          comm_insee: commune.code,
          comm_nom: commune.name,
          zonage: zoning,
          LIBELLE: `${zoning === SEWERED ? 'Assainissement collectif' : 'Assainissement non collectif'} – ${commune.name}`,
          TXT: zoning === SEWERED ? 'AC' : 'ANC',
          TYPEINF: '19',
          STYPEINF: '01',
          NOMFIC: '200072460_info_surf_19_01_20250101.pdf',
          URLFIC: null,
          IDURBA,
          DATVALID: '20231115',
          SYMBOLE: 'INF-S_19-01_001',
        },
      },
    ];
  });
}

function numbered({ geometry, properties }: DemoFeature, index: number): DemoFeature {
  const number = String(index + 1).padStart(5, '0');
  return { geometry, properties: { LIB_IDINFO: `${IDURBA}_IS${number}`, ...properties } };
}

const SEWERED = 'collectif';
const PRIVATE = 'non collectif';
