import { DrawButtons } from './draw-buttons.tsx';
import { DrawnList } from './drawn-list.tsx';
import { OtherWays } from './other-ways.tsx';

/** What draws on the map: by the pointer or otherwise, and the list of what was drawn. */
export function DrawingTools() {
  return (
    <>
      <DrawButtons kinds={['polygon', 'line', 'point']} purpose="" />
      <DrawnList />
      <OtherWays />
    </>
  );
}
