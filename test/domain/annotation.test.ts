import { describe, expect, it } from 'vitest';
import {
  type AnnotatedShape,
  annotationsToText,
  INK_LOOKS,
  INKS,
  textToAnnotations,
} from '../../src/domain/annotation.ts';
import { annotationsToGeoJson, geoJsonToAnnotations } from '../../src/domain/annotation-file.ts';
import type { AppError } from '../../src/domain/errors.ts';
import { contrast, PAPER } from '../../src/domain/style/colour.ts';

const ANNOTATED: AnnotatedShape[] = [
  {
    shape: { name: 'Accès, nord', geometry: { type: 'Point', coordinates: [2.64012345, 50.53] } },
    annotation: { ink: 'bleu', note: 'à élargir', isText: true },
  },
  {
    shape: {
      name: 'Tracé 1',
      geometry: {
        type: 'LineString',
        coordinates: [
          [2.6, 50.5],
          [2.7, 50.6],
        ],
      },
    },
    annotation: { ink: 'vert', note: '', isText: false },
  },
];

describe('inks', () => {
  it('are read on paper, at least 4.5 to 1, and told apart without colour', () => {
    for (const ink of INKS) expect(contrast(INK_LOOKS[ink].colour, PAPER)).toBeGreaterThan(4.5);
    const dashes = INKS.map((ink) => JSON.stringify(INK_LOOKS[ink].dash));
    expect(new Set(dashes).size).toBe(INKS.length);
  });
});

describe('annotations in a link', () => {
  it('come back as they were, to a centimetre', () => {
    expect(textToAnnotations(annotationsToText(ANNOTATED))).toEqual([
      {
        ...ANNOTATED[0],
        shape: {
          name: 'Accès, nord',
          geometry: { type: 'Point', coordinates: [2.6401235, 50.53] },
        },
      },
      ANNOTATED[1],
    ]);
  });

  it.each([
    'null',
    '[',
    '[1]',
    '[["a","Point",[2,50],"rose"]]',
    '[["a","Point",[2],"bleu"]]',
    '[["a","Point",[200,50],"bleu"]]',
    '[["a","Polygon",[2,50],"bleu"]]',
    '[["","Point",[2,50],"bleu"]]',
    '[["a","Circle",[2,50],"bleu"]]',
    '[["a","Point",[2,50],"bleu",5]]',
  ])('are refused where they are not ours: %s', (text) => {
    expect(textToAnnotations(text)).toBeNull();
  });
});

describe('annotations in a file', () => {
  const drawn = ANNOTATED.map(({ shape }) => shape);
  const annotations = Object.fromEntries(
    ANNOTATED.map(({ shape, annotation }) => [shape.name, annotation]),
  );

  it('come back as they were', () => {
    const text = annotationsToGeoJson(drawn, annotations);
    expect(geoJsonToAnnotations(text, 'Dessin')).toEqual(ANNOTATED);
    expect(JSON.parse(text).features[1].properties.stroke).toBe(INK_LOOKS.vert.colour);
  });

  it('of other software have their name, or a number', () => {
    const geometry = { type: 'Point', coordinates: [2, 50] };
    const file = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { name: 'Puits' }, geometry },
        { type: 'Feature', properties: null, geometry },
      ],
    };
    const names = geoJsonToAnnotations(JSON.stringify(file), 'Dessin').map(
      ({ shape }) => shape.name,
    );
    expect(names).toEqual(['Puits', 'Dessin 2']);
  });

  it.each([
    ['{', 'annotation-file'],
    ['{"type":"Topology"}', 'annotation-file'],
    ['{"type":"FeatureCollection","features":[]}', 'annotation-none'],
    [
      '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[674470,7048174]}}',
      'annotation-crs',
    ],
  ])('are refused, telling why: %s', (text, reason) => {
    try {
      geoJsonToAnnotations(text, 'Dessin');
      expect.unreachable();
    } catch (error) {
      expect((error as AppError).context.reason).toBe(reason);
    }
  });
});
