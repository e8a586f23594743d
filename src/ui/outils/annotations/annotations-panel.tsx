import { DrawingTools } from '../../drawing/drawing-tools.tsx';

/** Draws on the map. */
export function AnnotationsPanel() {
  return <DrawingTools />;
}
