import { expect, it } from 'vitest';
import type { Extent } from '../../../src/domain/units.ts';
import { framedOn, framedSince, type PrintWish } from '../../../src/ui/imprimer/print-wish.ts';
import { createCatalogue } from '../../helpers/create-catalogue.ts';

const { territory } = createCatalogue();
const BETHUNE: Extent = [2.6, 50.51, 2.67, 50.55];
const PAPER = { paper: 'A4', orientation: 'landscape' } as const;
const ASKED: PrintWish = {
  ...PAPER,
  ...framedOn([2.3, 50.38, 2.89, 50.64], PAPER, territory),
  title: '',
  subtitle: '',
  parts: { legend: true, situation: true, grid: true },
};

it('a box that took time to be found is framed whole', () => {
  const now = { ...ASKED, title: 'Typed meanwhile' };
  expect(framedSince(BETHUNE, ASKED, now, territory)).toEqual({
    ...now,
    ...framedOn(BETHUNE, PAPER, territory),
  });
});

it('a scale chosen while the box was looked for stays, around its middle', () => {
  const now = { ...ASKED, scale: 1000, ownScale: '' };
  const { centre } = framedOn(BETHUNE, PAPER, territory);
  expect(framedSince(BETHUNE, ASKED, now, territory)).toEqual({ ...now, centre });
});
