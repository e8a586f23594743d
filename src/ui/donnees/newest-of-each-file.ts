import type { PublishedVersion } from '../../domain/layer-history.ts';

/** The versions whose rows differ, in their order, newest first: of those of one file, the newest. */
export function newestOfEachFile(kept: PublishedVersion[]): PublishedVersion[] {
  const versionOf = ({ layer }: PublishedVersion) => layer.file.version;
  return kept.filter(
    (version, index) =>
      kept.findIndex((other) => versionOf(other) === versionOf(version)) === index,
  );
}
