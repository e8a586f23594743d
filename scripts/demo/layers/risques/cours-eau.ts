import type { Geometry, Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { clipLine, outlineSegments } from '../../ground/territory-outline.ts';
import { capitalize, catchmentAt } from '../../shapes/catchments.ts';

/** The watercourses inside the territory: one feature for each named river, one for each brook or ditch. */
export function buildCoursEau(ground: Ground): DemoLayer {
  const outline = outlineSegments(ground.communes);
  const features = ground.rivers.map(({ name, kind, line }, index) => {
    const parts = clipLine(line, outline);
    const length = parts.reduce((sum, part) => sum + lineLength(part), 0);
    return {
      geometry: linesToGeometry(parts),
      properties: {
        code: `CE${String(index + 1).padStart(5, '0')}`,
        toponyme: name === '' ? null : capitalize(name),
        nature: kind,
        bassin: parts.length === 0 ? null : catchmentAt(ground, middleOf(parts)).code,
        longueur: Math.round(length),
      },
    };
  });
  return { id: 'cours_eau', features: features.filter((feature) => feature.geometry !== null) };
}

/** A line, several lines, or null when there is none. */
export function linesToGeometry(parts: Position[][]): Geometry | null {
  if (parts.length === 0) return null;
  if (parts.length === 1) return { type: 'LineString', coordinates: parts[0]! };
  return { type: 'MultiLineString', coordinates: parts };
}

function middleOf(parts: Position[][]): Position {
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  return longest[Math.floor(longest.length / 2)]!;
}
