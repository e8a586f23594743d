import { expect, it } from 'vitest';
import { parcelProblem } from '../../../src/ui/strings/recherche.ts';

it.each([
  ['AB 123', /ajoutez la commune/],
  ['section AB', /ajoutez le numéro et la commune/],
  ['AB 123 Lille', /« Lille »/],
  ['99999000AB0123', /code INSEE/],
])('what is missing of the parcel %s is named', (text, wanted) => {
  expect(parcelProblem(text)).toMatch(wanted);
});

it.each(['Béthune', '12 rue de la Gare'])('%s is no parcel', (text) => {
  expect(parcelProblem(text)).toBeNull();
});
