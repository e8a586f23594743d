import { Camera, Map as MapIcon, Play } from 'lucide-react';
import { useState } from 'react';
import { retake } from '../../../domain/scene-layers.ts';
import type { Scene } from '../../../domain/seance.ts';
import { sceneToState, stateToScene } from '../../../state/seance-scene.ts';
import { useAct, useAppState, useEffects, useServices } from '../../app-context.tsx';
import { seanceEditor, seanceFaultSentence } from '../../strings/seance-editor.ts';
import { useSeance } from '../seance-context.ts';
import { faultAt, useEditing } from './editor-context.ts';
import { SceneChoices } from './scene-choices.tsx';
import { SceneLayers } from './scene-layers.tsx';

const words = seanceEditor.scene;

interface SceneEditorProps {
  /** Of the item: `items.2`. */
  at: string;
  number: string;
  scene: Scene;
  onChange: (scene: Scene, step?: string) => void;
}

/** What the map shows while an item is discussed: taken from the map as it is, then refined. */
export function SceneEditor({ at, number, scene, onChange }: SceneEditorProps) {
  const { store } = useServices();
  const act = useAct();
  const { ask } = useEffects();
  const { openAtHand, present } = useSeance();
  const { edited, faults } = useEditing();
  const catalogue = useAppState((state) => state.catalogue);
  const [isTaken, setTaken] = useState(false);
  const fault = faultAt(faults, `${at}.scene`) ?? faultAt(faults, `${at}.scene.layers`);
  if (!catalogue) return null;
  const take = () => {
    onChange(retake(scene, stateToScene(store.getState(), scene.extent)));
    setTaken(true);
  };
  const showOnMap = () => {
    if (scene.question) void ask(scene.question);
    act((state) => sceneToState(scene, state));
  };
  const showFull = async () => {
    if (await openAtHand(edited.seance)) present(number);
  };
  const shared = { at: `${at}.scene`, scene, catalogue };
  return (
    <section className="seance-part">
      <h4>{words.title}</h4>
      <p className="seance-buttons">
        <button type="button" className="button strong" onClick={take}>
          <Camera size={16} aria-hidden="true" />
          {words.take}
        </button>
        <button type="button" className="button" onClick={showOnMap}>
          <MapIcon size={16} aria-hidden="true" />
          {words.show}
        </button>
        <button type="button" className="button" onClick={() => void showFull()}>
          <Play size={16} aria-hidden="true" />
          {words.present}
        </button>
      </p>
      {isTaken && (
        <p className="quiet" role="status">
          {words.taken}
        </p>
      )}
      {fault && <p className="fault">{seanceFaultSentence(fault)}</p>}
      <SceneLayers {...shared} onChange={onChange} />
      <SceneChoices {...shared} onChange={onChange} />
    </section>
  );
}
