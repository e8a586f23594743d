import type { LayerStyle } from '../../../domain/layer.ts';

/** CNIG standard "Sites économiques" v2024-10, Table Schemas 1.0.1 (18 October 2024). */
export const SITES_ECO = 'CNIG Sites économiques 1.0.1';

/** The only two values of many of its fields. */
export const YES_NO = { oui: 'oui', non: 'non' };

/** Sites and their plots; the standard has no symbology. */
export const AREA_STYLE: LayerStyle = {
  symbol: {
    fill: '#7a4a8c',
    fillOpacity: 0.25,
    hatch: 'diagonal',
    line: '#5a3468',
    lineWidth: 1.5,
    radius: 6,
  },
};
