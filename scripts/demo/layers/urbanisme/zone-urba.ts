import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundBlock } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';

/**
 * The zoning plan (CNIG PLU v2024 rev. 2025-06, table ZONE_URBA): simple polygons that cover each commune without gap
 * or overlap, each a union of whole blocks.
 */
export function buildZoneUrba(ground: Ground): DemoLayer {
  const features: DemoFeature[] = [];
  for (const { code, population } of ground.communes) {
    const blocks = ground.blocks.filter((block) => block.commune === code);
    for (const { key, shape } of mergeBlocks(blocks, (block: GroundBlock) => block.zone)) {
      const number = String(features.length + 1).padStart(5, '0');
      features.push({
        geometry: { type: 'Polygon', coordinates: shape },
        properties: { LIB_IDZONE: `${IDURBA}_ZO${number}`, ...attributes(key, population) },
      });
    }
  }
  return { id: 'zone_urba', features };
}

const IDURBA = '200072460_PLUI_20250101';
const DATVALID = '20250101';
const VILLAGE_MAX = 2200;

interface ZoneRule {
  long: string;
  type: 'U' | 'AUc' | 'AUs' | 'A' | 'N';
  form: string;
  allowed: string;
  conditional: string;
  forbidden: string;
}

/** Rules of the zones, by LIBELLE; destinations are codes of the standard's DestinationType list. */
const RULES: Record<string, ZoneRule> = {
  UA: {
    long: 'Zone urbaine mixte de centralité',
    type: 'U',
    form: '0101',
    allowed: '20-30-40-53',
    conditional: '51',
    forbidden: '11-12-33-52',
  },
  UB: {
    long: 'Zone urbaine mixte de faubourg et de cité minière',
    type: 'U',
    form: '0103',
    allowed: '20-31-34-40-53',
    conditional: '32-51',
    forbidden: '11-12-33-52',
  },
  UC: {
    long: 'Zone urbaine à dominante pavillonnaire',
    type: 'U',
    form: '0107',
    allowed: '20-34-40',
    conditional: '31-53',
    forbidden: '11-12-33-51-52',
  },
  UE: {
    long: "Zone urbaine d'activités économiques",
    type: 'U',
    form: '0201',
    allowed: '33-51-52-53',
    conditional: '31-32-40',
    forbidden: '11-12-20',
  },
  UL: {
    long: "Zone urbaine d'équipements publics et de loisirs",
    type: 'U',
    form: '0500',
    allowed: '40',
    conditional: '22-32',
    forbidden: '11-12-33-51-52',
  },
  '1AU': {
    long: "Zone à urbaniser à court terme, à dominante d'habitat",
    type: 'AUc',
    form: '0100',
    allowed: '20-40',
    conditional: '31-34',
    forbidden: '11-12-33-51-52',
  },
  '2AU': {
    long: "Zone à urbaniser à long terme, fermée jusqu'à modification ou révision",
    type: 'AUs',
    form: '0000',
    allowed: '',
    conditional: '42',
    forbidden: '10-20-30-50',
  },
  A: {
    long: 'Zone agricole',
    type: 'A',
    form: '0700',
    allowed: '11',
    conditional: '21-42',
    forbidden: '30-50',
  },
  N: {
    long: 'Zone naturelle et forestière',
    type: 'N',
    form: '0800',
    allowed: '12',
    conditional: '11-42',
    forbidden: '20-30-50',
  },
};

function attributes(label: string, population: number): Record<string, string | null> {
  const rule = RULES[label]!;
  const isVillage = population < VILLAGE_MAX;
  return {
    LIBELLE: label,
    LIBELONG: rule.long,
    TYPEZONE: rule.type,
    FORMDOMI:
      label === 'UA' && isVillage ? '0102' : label === 'UC' && isVillage ? '0108' : rule.form,
    DESTOUI: rule.allowed,
    DESTCDT: rule.conditional,
    DESTNON: rule.forbidden,
    NOMFIC: `200072460_reglement_${DATVALID}.pdf#nameddest=${label}`,
    URLFIC: null,
    IDURBA,
    DATVALID,
    SYMBOLE: `ZONE_${rule.type}_001`,
  };
}
