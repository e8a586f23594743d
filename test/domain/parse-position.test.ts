import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { parsePosition } from '../../src/domain/parse-position.ts';

const BETHUNE = [2.6405, 50.5303] as const;

describe('parsePosition', () => {
  it.each([
    ['50.5303, 2.6405'],
    ['50.5303 2.6405'],
    ['50,5303 2,6405'],
    ['50,5303 ; 2,6405'],
    ['50,5303, 2,6405'],
    ['50.5303,2.6405'],
    ['50.5303°, 2.6405°'],
    ['50.5303° N, 2.6405° E'],
    ['N 50.5303 E 2.6405'],
    ['lat 50.5303 lon 2.6405'],
    ['latitude : 50,5303, longitude : 2,6405'],
    ['WGS 84 50.5303 2.6405'],
    ['geo:50.5303,2.6405'],
    ['50.5303\t2.6405'],
    ['50° 31′ 49.08″ N 2° 38′ 25.8″ E'],
    ['50°31\'49.08"N, 2°38\'25.8"E'],
    ['50°31\'49,08" 2°38\'25,8"'],
    ['50 31 49.08 2 38 25.8'],
    ["50°31.818' 2°38.43'"],
  ])('reads %s as latitude then longitude', (text) => {
    const { system, position, isSwapped, isUnsure } = parsePosition(text);
    expect(system).toBe('degrees');
    expect(position[0]).toBeCloseTo(BETHUNE[0], 9);
    expect(position[1]).toBeCloseTo(BETHUNE[1], 9);
    expect([isSwapped, isUnsure]).toEqual([false, false]);
  });

  it.each([
    ['2.6405 50.5303'],
    ['2,6405 ; 50,5303'],
    ['lon 2.6405 lat 50.5303'],
    ['E 2.6405 N 50.5303'],
  ])('says of %s that longitude came first', (text) => {
    expect(parsePosition(text)).toEqual({
      system: 'degrees',
      position: BETHUNE,
      isSwapped: true,
      isUnsure: false,
    });
  });

  it.each([
    ['674470 7048174', 'EPSG:2154', [674470, 7048174]],
    ['674 470 7 048 174', 'EPSG:2154', [674470, 7048174]],
    ['674 470,5 ; 7 048 174,25', 'EPSG:2154', [674470.5, 7048174.25]],
    ['X = 674470 Y = 7048174', 'EPSG:2154', [674470, 7048174]],
    ['Lambert-93 674470 7048174', 'EPSG:2154', [674470, 7048174]],
    ['L93 674470, 7048174', 'EPSG:2154', [674470, 7048174]],
    ['1674511.19 9259044.53', 'EPSG:3950', [1674511.19, 9259044.53]],
    ['1 674 511 9 259 045', 'EPSG:3950', [1674511, 9259045]],
    ['EPSG:3950 1674511 9259045', 'EPSG:3950', [1674511, 9259045]],
    ['CC50 : 1674511 ; 9259045', 'EPSG:3950', [1674511, 9259045]],
  ])('reads %s in %s, easting first', (text, system, position) => {
    expect(parsePosition(text)).toEqual({ system, position, isSwapped: false, isUnsure: false });
  });

  it('turns metres that came northing first, and says so', () => {
    const read = parsePosition('7048174 674470');
    expect([read.position, read.isSwapped]).toEqual([[674470, 7048174], true]);
    const named = parsePosition('Y=7048174 X=674470');
    expect([named.position, named.isSwapped]).toEqual([[674470, 7048174], true]);
  });

  it('reads south and west, O being ouest, as negative', () => {
    expect(parsePosition('33.9 S 18.4 E').position).toEqual([18.4, -33.9]);
    expect(parsePosition('48,39 N 4,49 O').position).toEqual([-4.49, 48.39]);
    expect(parsePosition('48.39 -4.49').position).toEqual([-4.49, 48.39]);
  });

  it('is unsure of two degrees outside France that either order could have', () => {
    expect(parsePosition('12.5 33.1')).toMatchObject({ position: [33.1, 12.5], isUnsure: true });
    expect(parsePosition('139.7 35.7')).toMatchObject({ position: [139.7, 35.7], isUnsure: false });
  });

  it.each([
    ['', 'position-pair'],
    ['Béthune', 'position-pair'],
    ['50.5', 'position-pair'],
    ['1 2 3', 'position-pair'],
    ['50.53 N 2.64 S', 'position-pair'],
    ['50°75\'00" 2°38\'00"', 'position-minutes'],
    ['120 150', 'position-degrees'],
    ['N 95 E 2', 'position-degrees'],
    ['1652000 7700000', 'position-system'],
    ['CC50 674470 7048174', 'position-system'],
    ['500 500', 'position-system'],
  ])('refuses %j, telling why', (text, reason) => {
    const read = () => parsePosition(text);
    expect(read).toThrow(AppError);
    expect(read).toThrow(expect.objectContaining({ code: 'geometry-invalid' }));
    try {
      read();
    } catch (error) {
      expect((error as AppError).context.reason).toBe(reason);
    }
  });

  it.each([
    ['1652300 8183524', 'EPSG:3949', [1652300, 8183524]],
    ['CC44 1574056 3156751', 'EPSG:3944', [1574056, 3156751]],
    ['657103 1796047', 'EPSG:5490', [657103, 1796047]],
    ['354751 543964', 'EPSG:2972', [354751, 543964]],
    ['7690356 338767', 'EPSG:2975', [338767, 7690356]],
    ['524963 8587182', 'EPSG:4471', [524963, 8587182]],
  ])('knows of what part of France the metres %j are', (text, system, position) => {
    expect(parsePosition(text)).toMatchObject({ system, position });
  });

  it('takes a latitude and a longitude overseas in the order that leads there', () => {
    expect(parsePosition('-20,88 55,45')).toMatchObject({
      position: [55.45, -20.88],
      isSwapped: false,
      isUnsure: false,
    });
    expect(parsePosition('-61.53 16.24')).toMatchObject({
      position: [-61.53, 16.24],
      isSwapped: true,
    });
  });
});
