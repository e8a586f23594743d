import type { Hatch, LayerStyle, LayerSymbol, StyleClass } from '../../../domain/layer.ts';

/**
 * Fills of zones by TYPEZONE, labels from 1:5 000 on: the CNIG's recommendation for scales under 1:2 500
 * (DDU-SG5-SYMBOLISATION, PLU, December 2023). Hatches are ours: zones to be built are told apart without colour.
 */
export const ZONE_STYLE: LayerStyle = {
  symbol: zone('#dddddd', 0.4),
  field: 'TYPEZONE',
  classes: [
    { value: 'U', label: 'U, zone urbaine', symbol: zone('#e60000', 0.4) },
    { value: 'AUc', label: 'AUc, à urbaniser, ouverte', symbol: zone('#ff6565', 0.5, 'diagonal') },
    { value: 'AUs', label: 'AUs, à urbaniser, fermée', symbol: zone('#feccbe', 0.6, 'crossed') },
    { value: 'A', label: 'A, agricole', symbol: zone('#ffff00', 0.4) },
    { value: 'N', label: 'N, naturelle et forestière', symbol: zone('#56aa02', 0.4) },
  ],
  otherLabel: 'Autre type de zone',
  labelField: 'LIBELLE',
  labelMinZoom: 14,
};

/** Classes of the types that v2013 and v2014 had: the fill of their A or N zone, dotted. */
export const FORMER_ZONE_CLASSES: StyleClass[] = [
  { value: 'Ah', label: 'Ah, agricole, secteur bâti', symbol: zone('#ffff00', 0.4, 'dotted') },
  { value: 'Nh', label: 'Nh, naturelle, secteur bâti', symbol: zone('#56aa02', 0.4, 'dotted') },
  { value: 'Nd', label: 'Nd, naturelle, équipements', symbol: zone('#56aa02', 0.4, 'diagonal') },
];

function zone(fill: string, fillOpacity: number, hatch?: Hatch): LayerSymbol {
  return { fill, fillOpacity, ...(hatch && { hatch }), line: '#343434', lineWidth: 0.8 };
}
