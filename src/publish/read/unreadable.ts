import type { Geometry } from 'geojson';

/** A geometry of a type that is not read: its row is a fault. */
export const UNREADABLE = { type: 'Unreadable' } as unknown as Geometry;
