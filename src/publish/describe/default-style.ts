import type { GeometryFamily, LayerStyle, LayerSymbol } from '../../domain/layer.ts';

/** A plain style for a new layer; its colour comes from its id, so that two layers rarely look alike. */
export function defaultStyle(id: string, family: GeometryFamily): LayerStyle {
  const sum = [...id].reduce((total, letter) => total * 31 + (letter.codePointAt(0) ?? 0), 7);
  const colour = COLOURS[sum % COLOURS.length] as string;
  return { symbol: symbolOf(family, colour) };
}

function symbolOf(family: GeometryFamily, colour: string): LayerSymbol {
  if (family === 'point') return { fill: colour, line: PAPER, lineWidth: 1.5, radius: 5 };
  if (family === 'line') return { line: colour, lineWidth: 2.5 };
  return { fill: colour, fillOpacity: 0.25, line: colour, lineWidth: 1.5 };
}

const PAPER = '#fbfaf6';

/** Dark enough on paper, apart from one another for colour-blind eyes (after Okabe and Ito, 2008, darkened). */
const COLOURS = ['#1c5d7d', '#a8442a', '#00735c', '#7a4a8c', '#8a5a00', '#b03a6e'];
