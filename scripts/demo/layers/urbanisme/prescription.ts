import type { Geometry, Position } from 'geojson';
import type { DemoFeature } from '../../demo-layer.ts';
import type { GroundCommune } from '../../ground/ground.ts';

/** One prescription of the zoning plan, before it has its number. */
export interface Prescription {
  geometry: Geometry;
  commune: GroundCommune;
  /** TYPEPSC and STYPEPSC joined: "05-01". */
  code: string;
  label: string;
  /** Text on the plan, at most 10 characters. */
  text: string;
  nature?: string;
  /** Name and value of the optional pairs of the standard, two at most. */
  pairs?: [name: string, value: string][];
}

/**
 * Features of a table PRESCRIPTION_SURF, _LIN or _PCT (CNIG PLU v2024 rev. 2025-06), with the commune beside the standard's
 * attributes.
 */
export function toFeatures(family: 'S' | 'L' | 'P', prescriptions: Prescription[]): DemoFeature[] {
  return prescriptions.map(({ geometry, commune, code, label, text, nature, pairs = [] }, i) => {
    const [type, subtype] = code.split('-') as [string, string];
    return {
      geometry,
      properties: {
        LIB_IDPSC: `${IDURBA}_P${family}${String(i + 1).padStart(5, '0')}`,
        LIBELLE: label,
        TXT: text,
        TYPEPSC: type,
        STYPEPSC: subtype,
        NATURE: nature ?? null,
        NOMFIC: `200072460_prescription_${FAMILY_FILES[family]}_${type}_${subtype}_20250101.pdf`,
        URLFIC: null,
        IDURBA,
        DATVALID: '20250101',
        SYMBOLE: `PSC-${family}_${code}_001`,
        LIB_ATTR1: pairs[0]?.[0] ?? null,
        LIB_VAL1: pairs[0]?.[1] ?? null,
        LIB_ATTR2: pairs[1]?.[0] ?? null,
        LIB_VAL2: pairs[1]?.[1] ?? null,
        comm_insee: commune.code,
        comm_nom: commune.name,
      },
    };
  });
}

/** A polygon as a geometry. */
export function polygon(coordinates: Position[][]): Geometry {
  return { type: 'Polygon', coordinates };
}

/** Identifier of the plan that its tables name. */
export const IDURBA = '200072460_PLUI_20250101';
const FAMILY_FILES = { S: 'surf', L: 'lin', P: 'pct' };
