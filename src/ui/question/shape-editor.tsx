import { PenLine } from 'lucide-react';
import { type Shape, shapeFamily } from '../../domain/shape.ts';
import { renameShape, startDrawing, stopDrawing } from '../../state/drawing-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { builder as words } from '../strings/builder.ts';
import type { ConditionPath } from './condition-path.ts';
import { shapePurpose } from './drawn-shape.ts';
import { useFaultId } from './field-fault.tsx';

interface ShapeEditorProps {
  shape: Shape;
  path: ConditionPath;
  onChange: (shape: Shape) => void;
}

/** The drawn shape of a condition: its name, and a button to draw another. */
export function ShapeEditor({ shape, path, onChange }: ShapeEditorProps) {
  const act = useAct();
  const isDrawing = useAppState(({ drawing }) => drawing?.purpose === shapePurpose(path));
  const isThere = shape.geometry.coordinates.length > 0;
  const rename = (name: string) => {
    if (name === '' || name === shape.name) return;
    act((state) => renameShape(state, shape.name, name));
    onChange({ ...shape, name });
  };
  return (
    <span className="phrase">
      {isThere && (
        <input
          type="text"
          aria-label={words.shape.name}
          key={shape.name}
          defaultValue={shape.name}
          onBlur={(event) => rename(event.target.value.trim())}
        />
      )}
      {isDrawing && <span role="status">{words.shape.drawing}</span>}
      <button
        type="button"
        className="button"
        aria-describedby={useFaultId('object')}
        onClick={() =>
          act((state) =>
            isDrawing
              ? stopDrawing(state)
              : startDrawing(state, shapeFamily(shape), shapePurpose(path)),
          )
        }
      >
        <PenLine size={16} aria-hidden="true" />
        {isDrawing ? words.shape.stop : isThere ? words.shape.redraw : words.shape.draw}
      </button>
    </span>
  );
}
