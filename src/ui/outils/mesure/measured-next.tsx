import { useState } from 'react';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Question } from '../../../domain/question.ts';
import type { Shape } from '../../../domain/shape.ts';
import { goTo, openTool, setDraft } from '../../../state/actions.ts';
import type { Measure } from '../../../state/drawing-state.ts';
import { useAct, useEffects, useServices } from '../../app-context.tsx';
import { drawing } from '../../strings/drawing.ts';
import { mesure as words } from '../../strings/mesure.ts';
import { measuredGeometry } from './measured-geometry.ts';

/** What can be made of a measure that is done: a drawing, or the sector of a question. */
export function MeasuredNext({ measure }: { measure: Measure }) {
  const act = useAct();
  const { store } = useServices();
  const { addShape } = useEffects();
  const [kept, setKept] = useState<{ measure: Measure; name: string } | null>(null);
  const geometry = measuredGeometry(measure);
  if (!measure.isDone || !geometry) return null;
  const keep = async () => {
    const name = await addShape({
      name: drawing.newName(measure.kind, store.getState().drawn),
      geometry,
    });
    setKept({ measure, name });
    return name;
  };
  const ask = async () => {
    const name = kept?.measure === measure ? kept.name : await keep();
    const { catalogue, drawn } = store.getState();
    const shape = drawn.find((own) => own.name === name);
    const question = catalogue && shape && questionWithin(catalogue, shape);
    if (question) act((state) => goTo(setDraft(openTool(state, null), question), 'question'));
  };
  const isKept = kept?.measure === measure;
  return (
    <p className="mesure-steps">
      {!isKept && (
        <button type="button" className="button" onClick={() => void keep()}>
          {words.keep}
        </button>
      )}
      {measure.kind === 'polygon' && (
        <button type="button" className="button" onClick={() => void ask()}>
          {words.ask}
        </button>
      )}
      <span role="status">{isKept ? words.kept(kept.name) : ''}</span>
    </p>
  );
}

/** The parcels that share a point with a shape, or where there are none the first layer of polygons. */
function questionWithin({ layers }: Catalogue, shape: Shape): Question | null {
  const target =
    layers.find(({ search }) => search === 'parcel') ??
    layers.find(({ geometry, base }) => geometry === 'polygon' && !base);
  if (!target) return null;
  const where = { kind: 'intersects', shape } as const;
  return { target: target.id, where: { kind: 'and', conditions: [where] } };
}
