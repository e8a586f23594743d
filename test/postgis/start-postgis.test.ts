import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findPostgis, startPostgis } from '../../scripts/steps/postgis.mjs';

const { unavailable } = await findPostgis();

it.skipIf(unavailable)('a private PostGIS runs, tells its errors and leaves nothing', async () => {
  const postgis = await startPostgis();
  if (postgis.unavailable !== undefined) throw new Error(postgis.unavailable);
  try {
    expect(postgis.version).toMatch(/^PostgreSQL \d+.*, PostGIS \d+.*, GEOS \d+/);
    await postgis.run('CREATE TABLE t (a int, b text);');
    await postgis.copy('t', ['1\tété', '2\t\\N']);
    expect(await postgis.run('SELECT * FROM t ORDER BY a;')).toBe('1|été\n2|\n');
    await expect(postgis.run('SELECT 1;\nSELECT nothing;')).rejects.toThrow(/nothing/);
    await expect(postgis.copy('t', ['x\ty'])).rejects.toThrow(/integer/);
    const folder = (await postgis.run('SHOW unix_socket_directories;')).trim();
    postgis.stop();
    expect(existsSync(folder)).toBe(false);
  } finally {
    postgis.stop();
  }
});
