import { useAppState } from '../app-context.tsx';

/** Gives the day a version of a layer was published, ISO; the version itself where its history does not tell. */
export function useVersionDate(layer: string): (version: string) => string {
  const status = useAppState((state) => state.histories[layer]);
  const kept = status?.kind === 'ready' ? status.history.versions : [];
  return (version) =>
    kept.find(({ layer: { file } }) => file.version === version)?.publishedAt ?? version;
}
