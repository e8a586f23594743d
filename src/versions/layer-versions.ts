import type { Layer, LayerMeta } from '../domain/layer.ts';
import type { LayerHistory, PublishedVersion } from '../domain/layer-history.ts';

/** Why a version cannot be told. */
export type VersionFault =
  | { kind: 'unknown-version'; wanted: string; known: string[] }
  | { kind: 'ambiguous-version'; wanted: string; candidates: string[] };

/** A history with one version more, which becomes the newest. */
export function addVersion(history: LayerHistory, version: PublishedVersion): LayerHistory {
  return {
    ...history,
    versions: [{ ...version, layer: withoutHistory(version.layer) }, ...history.versions],
  };
}

/** An entry of the catalogue as a history keeps it. */
export function withoutHistory({ history: _path, ...layer }: Layer): Layer {
  return layer;
}

/** What an entry of the catalogue says of its layer, without its file and where it is served. */
export function toMeta(layer: Layer): LayerMeta {
  const { file: _f, extent: _e, history: _h, isTemporary: _t, restricted: _r, ...meta } = layer;
  return meta;
}

/**
 * The version that somebody means: the first digits of a file's version (`3f2a`), or a moment in UTC (`2026-03-01`,
 * `2026-03-01T09:30`), whose first characters are enough. Of entries with the same file, the newest.
 */
export function findVersion(
  { versions }: LayerHistory,
  wanted: string,
): { version: PublishedVersion } | { fault: VersionFault } {
  const isMoment = /^\d{4}-/.test(wanted);
  const nameOf = ({ publishedAt, layer }: PublishedVersion) =>
    isMoment ? publishedAt : layer.file.version;
  const start = isMoment ? wanted.toUpperCase() : wanted.toLowerCase();
  const found = versions.filter((version) => nameOf(version).startsWith(start));
  const candidates = [...new Set(found.map(nameOf))];
  const [version] = found;
  if (!version || wanted === '') {
    return { fault: { kind: 'unknown-version', wanted, known: distinctVersions(versions) } };
  }
  if (candidates.length > 1) return { fault: { kind: 'ambiguous-version', wanted, candidates } };
  return { version };
}

/** What is to be kept of a history. */
export interface Retention {
  /** That many newest versions; absent: 1, the served one. */
  keep?: number;
  /** Versions published on that day or since, `YYYY-MM-DD` in UTC. */
  since?: string;
}

/** A history without the versions that nothing retains, and the versions that go. */
export interface Pruned {
  history: LayerHistory;
  /** 8 digits each, newest first. */
  removed: string[];
}

/**
 * Parts a history by what is to be kept. A version counts once, however often its metadata changed, and is as new as its
 * newest entry; the served one always stays.
 */
export function pruneVersions(history: LayerHistory, retention: Retention): Pruned {
  const names = distinctVersions(history.versions);
  const newest = new Set(names.slice(0, Math.max(1, retention.keep ?? 1)));
  const recent = history.versions.filter(
    ({ publishedAt }) => retention.since !== undefined && publishedAt >= retention.since,
  );
  for (const { layer } of recent) newest.add(layer.file.version);
  const versions = history.versions.filter(({ layer }) => newest.has(layer.file.version));
  return { history: { ...history, versions }, removed: names.filter((name) => !newest.has(name)) };
}

/** The versions of files that a history names, 8 digits each, newest first. */
export function distinctVersions(versions: readonly PublishedVersion[]): string[] {
  return [...new Set(versions.map(({ layer }) => layer.file.version))];
}
