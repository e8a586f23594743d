import { Pencil, Trash2, ZoomIn } from 'lucide-react';
import { useEffect, useState } from 'react';
import { CRS_NAMES } from '../../domain/nomenclature/metric-crs.ts';
import type { Shape } from '../../domain/shape.ts';
import { shapeExtent } from '../../domain/shape-extent.ts';
import { flyTo } from '../../state/actions.ts';
import { editShape, removeShape, renameShape } from '../../state/drawing-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { annotations } from '../strings/annotations.ts';
import { drawing as words } from '../strings/drawing.ts';
import { canBeEdited } from './can-be-edited.ts';
import { DrawnDetails } from './drawn-details.tsx';

/** The shapes that are drawn, each with its measure and what can be done to it; nothing when there is none. */
export function DrawnList() {
  const drawn = useAppState((state) => state.drawn);
  const isThere = useAppState((state) => state.catalogue !== null);
  const { measureDrawn } = useEffects();
  useEffect(() => {
    if (isThere && drawn.length > 0) void measureDrawn();
  }, [drawn, isThere, measureDrawn]);
  if (drawn.length === 0) return null;
  return (
    <ul className="drawn-list">
      {drawn.map((shape) => (
        <DrawnRow key={shape.name} shape={shape} />
      ))}
    </ul>
  );
}

function DrawnRow({ shape }: { shape: Shape }) {
  const { name } = shape;
  const act = useAct();
  const [isOpen, setOpen] = useState(false);
  const facts = useAppState((state) => state.shapeFacts[name]);
  const crs = useAppState((state) => state.catalogue?.territory.metricCrs);
  const isEdited = useAppState((state) => state.drawing?.edited === name);
  return (
    <li className="drawn-row" aria-current={isEdited}>
      <p className="drawn-head">
        <NameField name={name} />
        <IconButton
          label={words.zoom(name)}
          icon={ZoomIn}
          onClick={() => act((state) => flyTo(state, shapeExtent(shape.geometry)))}
        />
        <IconButton
          label={words.edit(name)}
          icon={Pencil}
          isDisabled={!canBeEdited(shape.geometry)}
          onClick={() => act((state) => editShape(state, name))}
        />
        <IconButton
          label={words.remove(name)}
          icon={Trash2}
          onClick={() => act((state) => removeShape(state, name))}
        />
      </p>
      <p className="quiet">
        {facts ? words.facts(facts, crs ? CRS_NAMES[crs] : '') : words.measuring}
        {facts?.isOutside && <strong> — {words.outside}</strong>}
      </p>
      {facts?.fault && <p className="drawing-fault">{words.fault(name, facts.fault)}</p>}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {annotations.details}
          <span className="visually-hidden"> ({name})</span>
        </summary>
        {isOpen && <DrawnDetails name={name} />}
      </details>
    </li>
  );
}

function NameField({ name }: { name: string }) {
  const act = useAct();
  const [text, setText] = useState(name);
  const rename = () => {
    setText(name);
    act((state) => renameShape(state, name, text));
  };
  return (
    <input
      type="text"
      className="drawn-name"
      aria-label={words.nameLabel}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={rename}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  );
}
