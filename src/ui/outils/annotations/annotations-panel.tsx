import { Type } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Ink } from '../../../domain/annotation.ts';
import { annotate, linkedAnnotations } from '../../../state/annotation-actions.ts';
import { renameShape, startDrawing, takeDrew } from '../../../state/drawing-actions.ts';
import { useAct, useAppState } from '../../app-context.tsx';
import { DrawButtons } from '../../drawing/draw-buttons.tsx';
import { DrawnList } from '../../drawing/drawn-list.tsx';
import { OtherWays } from '../../drawing/other-ways.tsx';
import { annotations as words } from '../../strings/annotations.ts';
import { AnnotationFiles } from './annotation-files.tsx';
import { InkChoice } from './ink-choice.tsx';
import '../../styles/mesure.css';

/** Who asks for what is drawn here, and for a text on the map. */
const PURPOSE = 'annotation';
const TEXT_PURPOSE = 'annotation:texte';

/** Draws on the map with a chosen ink, and lists what is drawn: names, notes, zones, files. */
export function AnnotationsPanel() {
  const act = useAct();
  const [ink, setInk] = useState<Ink>('violet');
  const isThere = useAppState((state) => state.drawn.length > 0);
  const isAnnotated = useAppState((state) => Object.keys(state.annotations).length > 0);
  const isLinked = useAppState((state) => linkedAnnotations(state) !== null);
  useDrawnAnnotation(ink);
  return (
    <div className="mesure">
      <p className="quiet">{words.intro}</p>
      <InkChoice label={words.ink} ink={ink} onInk={setInk} />
      <div className="annotation-draw">
        <DrawButtons kinds={['point', 'line', 'polygon']} purpose={PURPOSE} />
        <button
          type="button"
          className="button"
          title={words.textHow}
          onClick={() => act((state) => startDrawing(state, 'point', TEXT_PURPOSE))}
        >
          <Type size={16} aria-hidden="true" />
          {words.text}
        </button>
      </div>
      <OtherWays />
      <DrawnList />
      <AnnotationFiles />
      {isThere && isAnnotated && (
        <p className="quiet">{isLinked ? words.linked : words.unlinked}</p>
      )}
    </div>
  );
}

/** Gives what was drawn for this panel its ink; a text its first words. */
function useDrawnAnnotation(ink: Ink): void {
  const act = useAct();
  const drew = useAppState((state) => state.drew);
  useEffect(() => {
    if (!drew?.purpose.startsWith(PURPOSE)) return;
    const isText = drew.purpose === TEXT_PURPOSE;
    const { name } = drew.shape;
    act((state) => {
      const annotated = annotate(takeDrew(state), name, { ink, isText });
      if (!isText) return annotated;
      const count = Object.values(annotated.annotations).filter((own) => own.isText).length;
      return renameShape(annotated, name, words.textName(count));
    });
  }, [drew, ink, act]);
}
