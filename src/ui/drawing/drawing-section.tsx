import { useAppState } from '../app-context.tsx';
import { drawing as words } from '../strings/drawing.ts';
import { DrawButtons } from './draw-buttons.tsx';
import { DrawnList } from './drawn-list.tsx';
import { OtherWays } from './other-ways.tsx';

/** Drawing on the map, in the panel of layers: a section that opens by itself once something is drawn. */
export function DrawingSection() {
  const count = useAppState((state) => state.drawn.length);
  return (
    <details className="theme drawing-section" open={count > 0}>
      <summary>
        <h2>{words.title}</h2>
        <span className="badge">{count}</span>
      </summary>
      <DrawButtons kinds={['polygon', 'line', 'point']} purpose="" />
      <DrawnList />
      <OtherWays />
    </details>
  );
}
