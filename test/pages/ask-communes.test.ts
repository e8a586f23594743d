import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { expect, it } from 'vitest';
import { failureSentence } from '../../scripts/ask/messages.ts';
import { askCommunes } from '../../scripts/pages/ask-communes.ts';
import type { AppError } from '../../src/domain/errors.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

it('refuses communes whose key would name files elsewhere', async () => {
  const ipc = tableToIPC(tableFromArrays({ code: ['../62001'], name: ['Ames'] }));
  const engine = { call: async () => ({ ipc, layers: {} }) } as unknown as Engine;
  const catalogue = createCatalogue([createLayer({ id: 'communes' })]);
  const error = await askCommunes(engine, catalogue).catch((cause: unknown) => cause);
  expect(error).toMatchObject({ code: 'layer-invalid', context: { seen: '../62001' } });
  expect(failureSentence(error as AppError)).toContain('« ../62001 » n’est pas un code INSEE');
});
