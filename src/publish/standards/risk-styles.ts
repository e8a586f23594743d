import type { Hatch, LayerStyle, LayerSymbol, StyleClass } from '../../domain/layer.ts';

/** Colours of the CNIG for regulated zones (PPR 1.0.1, § symbology), each with a hatch of ours. */
const REGULATIONS: StyleClass[] = [
  regulation('04', 'Interdiction stricte', '#e00000', '#b00000', 'crossed'),
  regulation('03', 'Interdiction', '#ff6060', '#d63a3a', 'diagonal'),
  { value: '02', label: 'Prescriptions', symbol: area('#0000ff', '#0000c8', 0.2) },
  regulation('01', 'Prescriptions hors zone d’aléa', '#89d9e7', '#3f9fb3', 'dotted'),
];
const RECOMMENDED = regulation('05', 'Recommandations', '#b2df8a', '#5a8f2e', 'dotted');
const ABANDONED = regulation('05', 'Délaissement possible', '#c993ff', '#8a4fd0', 'diagonal');
const EXPROPRIATED = regulation('06', 'Expropriation possible', '#9a359b', '#6d1f6e', 'crossed');
const OTHER = area('#9a9a9a', '#5c6670', 0.2);

/** Regulated zones of the CNIG by `typereglement`. */
export const REGULATION_STYLE: LayerStyle = {
  symbol: OTHER,
  field: 'typereglement',
  classes: [
    ...REGULATIONS,
    RECOMMENDED,
    { value: '06', label: 'Zones grisées', symbol: area('#8c8c8c', '#4d4d4d', 0.35, 'crossed') },
    { value: '07', label: 'Aléa exceptionnel', symbol: area('#f0e442', '#8a7d00', 0.25, 'dotted') },
  ],
  otherLabel: 'Autre',
};

/** Zones of the CNIG where land may be abandoned or expropriated, by `typereglement`. */
export const LAND_REGULATION_STYLE: LayerStyle = {
  symbol: OTHER,
  field: 'typereglement',
  classes: [
    { ...ABANDONED, value: '01' },
    { ...EXPROPRIATED, value: '02' },
  ],
  otherLabel: 'Autre',
};

/** Regulated zones of COVADIS by `typereg`. */
export const COVADIS_REGULATION_STYLE: LayerStyle = {
  symbol: OTHER,
  field: 'typereg',
  classes: [...REGULATIONS, ABANDONED, EXPROPRIATED],
  otherLabel: 'Autre',
};

/** Zones of hazard by standard level (CNIG PPR 1.0.1, § symbology): the stronger, the closer the hatch. */
export function hazardStyle(field: string): LayerStyle {
  return {
    symbol: OTHER,
    field,
    classes: [
      { value: '01', label: 'Faible', symbol: area('#8fbc8f', '#4f7f4f', 0.4, 'dotted') },
      { value: '02', label: 'Moyen', symbol: area('#87cefa', '#3a86b8', 0.4, 'diagonal') },
      { value: '03', label: 'Moyen plus', symbol: area('#87cefa', '#3a86b8', 0.6, 'crossed') },
      { value: '04', label: 'Fort', symbol: area('#f5deb3', '#a8843c', 0.5, 'diagonal') },
      { value: '05', label: 'Fort plus', symbol: area('#f5deb3', '#a8843c', 0.7, 'crossed') },
      { value: '06', label: 'Très fort', symbol: area('#e9967a', '#b0502e', 0.5, 'crossed') },
      { value: '07', label: 'Très fort plus', symbol: area('#f08080', '#b03030', 0.7, 'crossed') },
    ],
    otherLabel: 'Autre niveau',
  };
}

/** Flooded areas by scenario of the directive, the widest first. */
export const SCENARIO_STYLE: LayerStyle = {
  symbol: { fill: '#9ecae1', fillOpacity: 0.3, line: '#367cad', lineWidth: 0.6 },
  field: 'SCENARIO',
  classes: [
    {
      value: '04Fai',
      label: 'Extrême (1 000 ans et plus)',
      symbol: {
        fill: '#c6dbef',
        fillOpacity: 0.3,
        hatch: 'diagonal',
        line: '#3a7da3',
        lineWidth: 0.6,
        dash: [3, 2],
      },
    },
    {
      value: '02Moy',
      label: 'Moyen (100 à 300 ans)',
      symbol: { fill: '#6baed6', fillOpacity: 0.35, line: '#2a7cb6', lineWidth: 0.6 },
    },
    {
      value: '01For',
      label: 'Fréquent (10 à 30 ans)',
      symbol: { fill: '#08519c', fillOpacity: 0.45, line: '#08306b', lineWidth: 0.9 },
    },
  ],
  otherLabel: 'Avec changement climatique',
};

/** Depths of water in metres, from the least of each class. */
export const DEPTH_STYLE: LayerStyle = {
  symbol: area('#deebf7', '#4a90c2', 0.4),
  field: 'HT_MIN',
  graduated: true,
  classes: [
    { value: 0, label: 'Moins de 0,5 m', symbol: area('#deebf7', '#9ecae1', 0.6) },
    { value: 0.5, label: '0,5 à 1 m', symbol: area('#c6dbef', '#6baed6', 0.6) },
    { value: 1, label: '1 à 1,5 m', symbol: area('#9ecae1', '#4292c6', 0.6) },
    { value: 1.5, label: '1,5 à 2 m', symbol: area('#6baed6', '#2171b5', 0.6) },
    { value: 2, label: '2 à 3 m', symbol: area('#4292c6', '#08519c', 0.6) },
    { value: 3, label: '3 à 4 m', symbol: area('#2171b5', '#08306b', 0.65, 'diagonal') },
    { value: 4, label: '4 m et plus', symbol: area('#08306b', '#041833', 0.7, 'crossed') },
  ],
};

function regulation(
  value: string,
  label: string,
  fill: string,
  line: string,
  hatch: Hatch,
): StyleClass {
  return { value, label, symbol: area(fill, line, 0.32, hatch) };
}

function area(fill: string, line: string, fillOpacity: number, hatch?: Hatch): LayerSymbol {
  return { fill, fillOpacity, ...(hatch && { hatch }), line, lineWidth: 1 };
}
