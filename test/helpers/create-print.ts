import { memorySource } from '../../src/loaders/byte-source.ts';
import { makeSheet, type Sheet } from '../../src/paper/make-sheet.ts';
import type { TextMeasure } from '../../src/paper/page.ts';
import { documentMeasure, openDocument } from '../../src/paper/pdf/open-document.ts';
import type { PrintRequest } from '../../src/paper/print-request.ts';
import { type EncodedLayer, encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { createCatalogue } from './create-catalogue.ts';
import { createLayerMeta, createLayerTable } from './create-layer.ts';
import { paperFonts } from './paper-fonts.ts';

/** What a printed PDF says of itself in tests. */
export const PRINT_INFO = { title: 'Essai', author: 'Essai', made: new Date(0) };

/** A layer of points as it is published: drawn as dots of a colour that nothing else has. */
export function createPoints(points: (readonly [number, number])[]): Promise<EncodedLayer> {
  const meta = createLayerMeta(
    { nom: 'text' },
    {
      id: 'bornes',
      title: 'Bornes géodésiques',
      producer: 'Géomètres',
      standard: 'CNIG PLU v2024',
      geometry: 'point',
      style: { symbol: { fill: DOT_COLOUR, line: '#000000', lineWidth: 0.5, radius: 3 } },
    },
  );
  const table = createLayerTable(
    points.map((coordinates) => ({ type: 'Point', coordinates: [...coordinates] })),
    { nom: points.map((_, i) => `borne ${i}`) },
  );
  return encodeLayer(meta, table);
}

export const DOT_COLOUR = '#12ab34';

/** The request of an A4 sheet of layers, topmost first. */
export function createPrint(
  layers: EncodedLayer[],
  changes: Partial<PrintRequest> = {},
): PrintRequest {
  return {
    territory: createCatalogue([]).territory,
    communes: null,
    paper: 'A4',
    orientation: 'landscape',
    centre: [2.64, 50.53],
    scale: 5000,
    title: 'Plan d’essai',
    subtitle: '',
    day: '2026-11-21',
    layers: layers.map(({ layer }) => ({ layer, opacity: 1, table: null })),
    extras: [],
    notes: [],
    parts: { legend: true, situation: true, grid: true },
    absent: [],
    ...changes,
  };
}

/** The sheet of a request, of layers whose files are in memory. */
export function makePrint(request: PrintRequest, layers: EncodedLayer[]): Promise<Sheet> {
  measure ??= documentMeasure(openDocument(paperFonts(), PRINT_INFO));
  return makeSheet(request, {
    kept: new Map(),
    measure,
    open: ({ id }) => {
      const held = layers.find(({ layer }) => layer.id === id);
      if (!held) throw new Error(`no file of ${id}`);
      return memorySource(id, held.data);
    },
  });
}

/** Reading the faces is what a sheet costs most. */
let measure: TextMeasure | null = null;
