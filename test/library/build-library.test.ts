import { describe, expect, it } from 'vitest';
import { buildLibrary, readLibrary } from '../../scripts/library/build-library.ts';
import { IN_MODEL, IN_SQL, smallLibrary } from './small-library.ts';

describe('a library', () => {
  it('is read with the layers that its statements read', async () => {
    const { library, faults } = await readLibrary(smallLibrary());
    expect(faults.filter(({ file }) => !file.startsWith('facts/'))).toEqual([]);
    expect(library.indicators).toHaveLength(363);
    expect(library.documents['000']).toContain('2024');
    const [first, second] = library.questions;
    expect(first).toEqual(IN_MODEL);
    expect(second).toEqual({ ...IN_SQL, layers: ['communes', 'zones'] });
  });

  it('that names what does not exist is refused, every fault on a line', async () => {
    const build = buildLibrary(
      smallLibrary({ inModel: { theme: 'risque' }, system: { layers: ['zone'] } }),
    );
    await expect(build).rejects.toMatchObject({ code: 'library-invalid' });
    await expect(build).rejects.toThrow(
      /^Les couches, les thèmes, les questions ou les systèmes ont \d+ fautes/,
    );
    await expect(build).rejects.toThrow(/risque »[\s\S]*\n {2}systems\.json/);
  });

  it('that is no JSON is refused with its line and column', async () => {
    await expect(readLibrary(smallLibrary({ text: '{\n "id": }' }))).rejects.toMatchObject({
      code: 'source-unreadable',
      context: { source: 'themes/02-risques.json', line: 2, column: 8 },
    });
  });
});
