import type { Basemap } from '../../domain/basemap.ts';
import type { AppState, ShownLayer } from '../../state/app-state.ts';
import { otherEntries } from '../../state/split.ts';
import { currentLayer } from '../../state/version-actions.ts';
import { sideTitle } from '../strings/comparer.ts';
import { formatDate } from '../strings/format.ts';
import { basemapName } from './basemap-name.ts';

/** What each side shows that the other does not, with its date; both are `Carte` where nothing differs. */
export function sideTitles(state: AppState): { first: string; other: string } {
  const { split } = state;
  const versions = [...otherEntries(state).keys()];
  const first = versions.map((id) => versionTitle(state, id, shownVersion(state, id)));
  const other = versions.map((id) => versionTitle(state, id, split?.versions[id]));
  if (split?.shown && idsOf(split.shown) !== idsOf(state.shown)) {
    first.push(layersTitle(state, state.shown, split.shown));
    other.push(layersTitle(state, split.shown, state.shown));
  }
  if (split?.basemap && split.basemap !== state.basemap) {
    const nameOf = (basemap: Basemap) => sideTitle.basemap(basemapName(basemap, state.catalogue));
    first.push(nameOf(state.basemap));
    other.push(nameOf(split.basemap));
  }
  return {
    first: first.join(SEPARATOR) || sideTitle.map,
    other: other.join(SEPARATOR) || sideTitle.map,
  };
}

function shownVersion({ catalogue }: AppState, id: string): string | undefined {
  return catalogue?.layers.find((layer) => layer.id === id)?.file.version;
}

/** A layer's title with when the version was published: by its history, else by the date of its data. */
function versionTitle(state: AppState, id: string, version: string | undefined): string {
  const current = currentLayer(state, id);
  const history = state.histories[id];
  const known =
    history?.kind === 'ready'
      ? history.history.versions.find(({ layer }) => layer.file.version === version)
      : undefined;
  const date = known?.publishedAt ?? current?.date ?? '';
  const say = current?.file.version === version ? sideTitle.current : sideTitle.version;
  return say(current?.title ?? id, date);
}

/** The layers of one side that the other has not, two of them by name. */
function layersTitle({ catalogue }: AppState, own: ShownLayer[], others: ShownLayer[]): string {
  const alone = own.filter(({ id }) => !others.some((layer) => layer.id === id));
  const layers = alone.flatMap(
    ({ id }) => catalogue?.layers.find((layer) => layer.id === id) ?? [],
  );
  if (own.length === 0) return sideTitle.noLayer;
  if (layers.length === 0) return sideTitle.map;
  const named = layers
    .slice(0, NAMED)
    .map(({ title, date }) => (date ? sideTitle.layer(title, formatDate(date)) : title));
  const more = layers.length - named.length;
  return [...named, ...(more > 0 ? [sideTitle.more(more)] : [])].join(', ');
}

const idsOf = (shown: ShownLayer[]): string => shown.map(({ id }) => id).join();

const NAMED = 2;
const SEPARATOR = ' · ';
