/** Where a camera looks, exactly. */
export interface CameraPlace {
  center: { lng: number; lat: number };
  zoom: number;
}

/** Maps that look at one place: each tells the others of its moves while it moves. */
export interface CameraLink {
  /** Adds a map, which `move` brings to a place that another tells. */
  join(move: (to: CameraPlace) => void): LinkedCamera;
}

/** One of the maps that are linked. */
export interface LinkedCamera {
  /** Tells the others where this one looks; they do not tell back. */
  tell(place: CameraPlace): void;
  leave(): void;
}

/** A link that no map has joined yet. */
export function createCameraLink(): CameraLink {
  const moves = new Set<(to: CameraPlace) => void>();
  return {
    join(move) {
      moves.add(move);
      return {
        tell(place) {
          for (const other of moves) if (other !== move) other(place);
        },
        leave: () => void moves.delete(move),
      };
    },
  };
}
