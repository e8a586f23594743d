import { describe, expect, it } from 'vitest';
import { limitServices, parseServices } from '../../../scripts/collect/fetch/service-limits.ts';
import { readDataFile } from '../../../scripts/publish/read-data-file.ts';
import { createClock } from '../../helpers/start-fetching.ts';

const service = (perSecond: number, atOnce: number) => ({ title: 'Service', perSecond, atOnce });

describe('the limits of a service', () => {
  it('begin no more a second than it allows', async () => {
    const limits = limitServices({ slow: service(50, 10) }, createClock());
    const begun: number[] = [];
    const start = performance.now();
    const work = async () => begun.push(performance.now() - start);
    await Promise.all(Array.from({ length: 6 }, () => limits.run('slow', work)));
    begun.forEach((time, at) => {
      expect(time).toBeGreaterThan(at * 20 - 5);
    });
  });

  it('do no more at once than it allows, and do not hold up another service', async () => {
    const limits = limitServices({ two: service(1000, 2), other: service(1000, 1) }, createClock());
    let now = 0;
    let most = 0;
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
    };
    const never = new AbortController();
    const stuck = limits.run(
      'other',
      () => new Promise((_, reject) => never.signal.addEventListener('abort', reject)),
      never.signal,
    );
    await Promise.all(Array.from({ length: 6 }, () => limits.run('two', work)));
    expect(most).toBe(2);
    never.abort(new Error('over'));
    await expect(stuck).rejects.toThrow('over');
  });

  it('wait for a pause, all requests of the service, and no other', async () => {
    const clock = createClock();
    const limits = limitServices({ hot: service(1000, 1), cool: service(1000, 1) }, clock);
    const start = clock.now();
    limits.pause('hot', 5000);
    limits.pause('hot', 2000);
    const times = await Promise.all(
      ['cool', 'hot', 'hot'].map((name) => limits.run(name, async () => clock.now() - start)),
    );
    expect(times).toEqual([0, 5000, 5000]);
    expect(clock.slept).toEqual([5000]);
  });

  it('let what waits go when it is stopped', async () => {
    const limits = limitServices({ one: service(1000, 1) }, createClock());
    const stop = new AbortController();
    const first = limits.run('one', () => new Promise((resolve) => setTimeout(resolve, 20)));
    const second = limits.run('one', async () => 'begun', stop.signal);
    stop.abort(new Error('stopped'));
    await expect(second).rejects.toThrow('stopped');
    await first;
  });

  it('are told for every service that the project knows', async () => {
    const services = parseServices(await readDataFile('data', 'services.json'));
    expect(Object.keys(services)).toContain('apicarto');
    const wrong = { apicarto: { title: 'API Carto', perSecond: 0, atOnce: 2 } };
    expect(() => parseServices(wrong)).toThrow(
      expect.objectContaining({
        code: 'source-unreadable',
        context: { source: 'services.json', reason: 'services', field: 'apicarto.perSecond' },
      }),
    );
    await expect(limitServices({}, createClock()).run('x', async () => 1)).rejects.toThrow('no x');
  });
});
