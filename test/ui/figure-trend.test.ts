import { expect, it } from 'vitest';
import type { Indicator } from '../../src/domain/library.ts';
import { trendOf } from '../../src/ui/indicateurs/figure-trend.ts';
import { createIndicator, createLibrary } from '../helpers/create-library.ts';

const figure = (value: number | null, year: number | null, change: Partial<Indicator> = {}) =>
  createIndicator({ id: `ind-${year}`, label: 'Forages', unit: 'forages', value, year, ...change });
const library = (...indicators: Indicator[]) => ({ ...createLibrary(), indicators });
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

it('tells a figure from the latest of its earlier years, and whether that is wanted', () => {
  const now = figure(41, 2024);
  const trend = trendOf(now, library(figure(30, 2018), figure(35, 2022), now), 'more');
  expect(plain(trend?.text)).toBe('+ 6 forages depuis 2022 (35 forages)');
  expect(trend).toMatchObject({ direction: 'up', isGood: true });
  expect(trendOf(now, library(figure(35, 2022)), 'less')?.isGood).toBe(false);
  expect(trendOf(now, library(figure(35, 2022)), undefined)?.isGood).toBeNull();
});

it('tells that a figure did not move', () => {
  const trend = trendOf(figure(41, 2024), library(figure(41, 2022)), 'more');
  expect(trend).toMatchObject({ direction: 'same', isGood: null, text: 'inchangé depuis 2022' });
});

it('compares with no other matter, unit, place, span of years, nor a later or unknown value', () => {
  const now = figure(41, 2024);
  const others = [
    figure(35, 2022, { label: 'Réservoirs' }),
    figure(35, 2022, { unit: 'km' }),
    figure(35, 2022, { scope: 'Béthune' }),
    figure(35, 2022, { since: 2015 }),
    figure(35, 2025),
    figure(null, 2022),
    figure(35, null),
  ];
  expect(trendOf(now, library(now, ...others), 'more')).toBeNull();
});
