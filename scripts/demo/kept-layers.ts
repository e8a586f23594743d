import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DemoLayer } from './demo-layer.ts';
import { packLayer, unpackLayer } from './packed-layer.ts';

/** Keeps a layer as it was laid out, for tests of it to look at, in the folder that `ARPENT_KEPT_LAYERS` names; none named: nothing. */
export function keepLayer(layer: DemoLayer): void {
  const file = fileOf(layer.id);
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, serialize(packLayer(layer)));
  renameSync(aside, file);
}

/** The layer of that id as the last build kept it; null where none was kept. */
export function readKeptLayer(id: string): DemoLayer | null {
  const file = fileOf(id);
  return file && existsSync(file) ? unpackLayer(deserialize(readFileSync(file))) : null;
}

function fileOf(id: string): string | null {
  const folder = process.env.ARPENT_KEPT_LAYERS;
  return folder ? join(folder, `${id}.bin`) : null;
}
