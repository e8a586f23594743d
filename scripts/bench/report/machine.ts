import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, platform, release, totalmem } from 'node:os';

/** What the figures of a run were measured on, one fact a line. */
export function describeMachine(versions: readonly string[]): string[] {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${cpus().length} cores, ${first?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${platform()} ${release()}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    ...versions,
    `DuckDB-WASM ${versionOf('@duckdb/duckdb-wasm')}`,
  ];
}

function versionOf(packageName: string): string {
  const { resolve } = createRequire(import.meta.url);
  const entry = resolve(packageName);
  const folder = entry.slice(0, entry.indexOf(packageName) + packageName.length);
  return (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string })
    .version;
}
