import { describe, expect, it } from 'vitest';
import { faultsOf, IN_MODEL, LAYERS, type smallLibrary } from './small-library.ts';

const where = (change: object) => ({
  ask: { question: { target: 'zones', where: change } },
  parameters: [],
  reply: '{rows}',
});

describe('a fault tells file, path and nearest name:', () => {
  it.each<[string, Parameters<typeof smallLibrary>[0], string]>([
    [
      'a layer',
      { inModel: { ...where({ kind: 'inside', layer: 'comunes' }) } },
      'questions/01-zones.json, « ask.question.where.layer » : la couche « comunes » n’existe pas ; peut-être « communes ».',
    ],
    [
      'a column',
      { inModel: where({ kind: 'not', condition: { kind: 'empty', field: 'TYPEZONE' } }) },
      'questions/01-zones.json, « ask.question.where.condition.field » : la couche « zones » n’a pas de colonne « TYPEZONE » ; peut-être « typezone ».',
    ],
    [
      'a column to group by',
      {
        inModel: {
          ask: {
            question: {
              target: 'zones',
              where: { kind: 'and', conditions: [] },
              groupBy: 'type_zone',
            },
          },
          parameters: [],
          reply: '{groups}',
        },
      },
      'questions/01-zones.json, « ask.question.groupBy » : la couche « zones » n’a pas de colonne « type_zone » ; peut-être « typezone ».',
    ],
    [
      'a code',
      { inModel: where({ kind: 'among', field: 'typezone', values: ['U', 'AUc'] }) },
      'questions/01-zones.json, « ask.question.where.values.1 » : « AUc » n’est pas un code de la colonne « typezone » ; peut-être « AU ».',
    ],
    [
      'a code in SQL',
      {
        inSql: {
          parameters: [
            { name: 'type', label: 'Type', type: 'choice', value: 'U', options: ['U', 'AUs'] },
          ],
        },
      },
      'questions/02-communes.json, « ask.sql » : « AUs » n’est pas un code de la colonne « typezone » ; peut-être « AU ».',
    ],
    [
      'a column in SQL',
      {
        inSql: {
          ask: { sql: ['SELECT code', 'FROM communes WHERE populatio > 0'] },
          parameters: [],
          reply: '{code}',
          columns: {},
        },
      },
      'questions/02-communes.json, « ask.sql.1 » : la requête ne va pas. La colonne « populatio » n’existe pas ; peut-être « population » (ligne 2, colonne 21).',
    ],
    [
      'a layer in SQL',
      {
        inSql: {
          ask: { sql: ['SELECT code', 'FROM villages'] },
          parameters: [],
          reply: '{code}',
          columns: {},
        },
      },
      'questions/02-communes.json, « ask.sql.1 » : la requête ne va pas. La couche « villages » n’existe pas (ligne 2, colonne 6) ; peut-être « communes ».',
    ],
    [
      'an indicator',
      { theme: { figures: [{ indicator: 'ind-1234' }] } },
      'themes/02-risques.json, « figures.0.indicator » : l’indicateur « ind-1234 » n’existe pas ; peut-être « ind-123 ».',
    ],
    [
      'a contradiction',
      { theme: { figures: [{ indicator: 'ind-088', contradiction: 'perte-eau' }] } },
      'themes/02-risques.json, « figures.0.contradiction » : la contradiction « perte-eau » n’existe pas ; peut-être « pertes-eau ».',
    ],
    [
      'a layer of a ready-made map',
      { theme: { maps: [{ id: 'm', title: '', purpose: '', layers: [{ id: 'commune' }] }] } },
      'themes/02-risques.json, « maps.0.layers.0.id » : la couche « commune » n’existe pas ; peut-être « communes ».',
    ],
    [
      'a figure',
      { inModel: { figures: ['zi1'] } },
      'questions/01-zones.json, « figures.0 » : « zi1 » n’est ni un indicateur ni une contradiction ; peut-être « zi-1 ».',
    ],
    [
      'a theme',
      { system: { theme: 'gemapi' } },
      'systems.json, « systems.0.theme » : le thème « gemapi » n’existe pas ; peut-être « risques ».',
    ],
    [
      'the theme of a layer',
      { layers: LAYERS.map((layer) => ({ ...layer, theme: 'risque' })) },
      'layers/zones.json, « theme » : le thème « risque » n’existe pas ; peut-être « risques ».',
    ],
    [
      'the theme of a layer that was published by hand',
      {
        layers: LAYERS.map((layer) => ({ ...layer, theme: 'risque' })),
        published: ['zones'],
      },
      'published/zones.json, « theme » : le thème « risque » n’existe pas ; peut-être « risques ».',
    ],
    [
      'a question',
      { system: { questions: ['q01', 'q3'] } },
      'systems.json, « systems.0.questions.1 » : la question « q3 » n’existe pas ; peut-être « q01 ».',
    ],
    [
      'a screen',
      { system: { screen: 'cartes' } },
      'systems.json, « systems.0.screen » : la valeur « cartes » n’est pas permise ; peut-être « carte ».',
    ],
    [
      'a key',
      { inModel: { sentance: 'Quoi ?' } },
      'questions/01-zones.json, « sentance » : la clé « sentance » n’existe pas ; peut-être « sentence ».',
    ],
    [
      'a parameter',
      {
        inModel: {
          parameters: [{ name: 'distances', label: 'D', type: 'number', value: 1, min: 0, max: 9 }],
        },
      },
      'questions/01-zones.json, « ask » : le paramètre « $distance » n’est pas déclaré ; peut-être « distances ».',
    ],
    [
      'a placeholder',
      { inSql: { reply: '{zone.sum}' } },
      'questions/02-communes.json, « reply » : « {zone} » ne désigne rien dans la réponse ; peut-être « zones ».',
    ],
    [
      'the column of a figure of the communes',
      {
        communes: {
          figures: [{ column: 'habitant', label: 'H', unit: 'habitants', method: 'M.' }],
        },
      },
      'communes/00.json, « figures.0.column » : la réponse n’a pas de colonne « habitant » ; peut-être « habitants ».',
    ],
    [
      'the code of the communes',
      { communes: { sql: ['SELECT population AS habitants FROM communes'] } },
      'communes/00.json, « sql » : la réponse n’a pas de colonne « code » ; peut-être « habitants ».',
    ],
    [
      'the label of a column',
      { inSql: { columns: { surfaces: { label: 'Surface' } } } },
      'questions/02-communes.json, « columns.surfaces » : la réponse n’a pas de colonne « surfaces » ; peut-être « surface ».',
    ],
  ])('%s', async (_, changes, sentence) => {
    expect(await faultsOf(changes)).toContain(sentence);
  });

  it('a system that points to nothing, an identifier taken twice, braces that are none, a value out of range', async () => {
    expect(await faultsOf({ system: { layers: [], questions: [] } })).toEqual([
      'systems.json, « systems.0 » : le système ne renvoie à aucune couche ni question.',
    ]);
    expect(await faultsOf({ inSql: { id: 'q01' } })).toEqual([
      'questions/02-communes.json, « id » : l’identifiant « q01 » est déjà pris.',
    ]);
    expect(await faultsOf({ inModel: { reply: '{rows} {le total}' } })).toEqual([
      'questions/01-zones.json, « reply » : « {le total} » ne s’écrit pas ainsi entre accolades.',
    ]);
    const parameters = [{ ...IN_MODEL.parameters?.[0], value: 5000 }];
    expect(await faultsOf({ inModel: { parameters } })).toEqual([
      'questions/01-zones.json, « parameters.0.value » : la question n’est pas valable (wanted 0 to 1000).',
    ]);
  });
});
