import type { Scene } from './seance.ts';

/** When a layer of a scene is shown. */
export const LAYER_ROLES = ['always', 'before', 'after'] as const;

/** One of `LAYER_ROLES`. */
export type LayerRole = (typeof LAYER_ROLES)[number];

/** A layer of a scene as one line: its opacity, and when it is shown. */
export interface SceneLayer {
  id: string;
  /** 0 to 1. */
  opacity: number;
  role: LayerRole;
}

/** The layers of a scene, topmost first: those that only a before or an after names stand above the others. */
export function linesOfScene({ layers, beforeAfter }: Scene): SceneLayer[] {
  const sides = beforeAfter ? [beforeAfter.before.layers, beforeAfter.after.layers] : [];
  const known = new Set(layers.map(({ id }) => id));
  const above = [...new Set(sides.flat())].filter((id) => !known.has(id));
  const roleOf = (id: string): LayerRole => {
    const [isBefore, isAfter] = sides.map((side) => side.includes(id));
    return isBefore === isAfter ? 'always' : isBefore ? 'before' : 'after';
  };
  return [...above.map((id) => ({ id, opacity: 1 })), ...layers].map(({ id, opacity = 1 }) => ({
    id,
    opacity,
    role: roleOf(id),
  }));
}

/** The scene with these layers; it has a before and an after as long as one of them is of a side. */
export function withLines(
  scene: Scene,
  lines: readonly SceneLayer[],
  labels: { before: string; after: string },
): Scene {
  const { beforeAfter, ...rest } = scene;
  const idsOf = (role: LayerRole) => lines.filter((line) => line.role === role).map(({ id }) => id);
  const layers = lines.map(({ id, opacity }) => (opacity === 1 ? { id } : { id, opacity }));
  const [before, after] = [idsOf('before'), idsOf('after')];
  if (before.length + after.length === 0) return { ...rest, layers };
  return {
    ...rest,
    layers,
    beforeAfter: {
      before: { label: beforeAfter?.before.label ?? labels.before, layers: before },
      after: { label: beforeAfter?.after.label ?? labels.after, layers: after },
    },
  };
}

/** A scene taken from the map in the place of another, which keeps what the map cannot show of it: commune, figure, before and after. */
export function retake(before: Scene, taken: Scene): Scene {
  const { commune, choropleth, beforeAfter } = before;
  const ids = new Set(taken.layers.map(({ id }) => id));
  const isKept =
    beforeAfter &&
    [...beforeAfter.before.layers, ...beforeAfter.after.layers].some((id) => ids.has(id));
  return {
    ...(commune === undefined ? {} : { commune }),
    ...(choropleth ? { choropleth } : {}),
    ...(isKept ? { beforeAfter } : {}),
    ...taken,
  };
}
