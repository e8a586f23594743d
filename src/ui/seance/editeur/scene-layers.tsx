import { ArrowUp, X } from 'lucide-react';
import type { Catalogue } from '../../../domain/catalogue.ts';
import {
  LAYER_ROLES,
  type LayerRole,
  linesOfScene,
  type SceneLayer,
  withLines,
} from '../../../domain/scene-layers.ts';
import type { Scene } from '../../../domain/seance.ts';
import { moveItem } from '../../../domain/seance-draft.ts';
import { IconButton } from '../../frame/icon-button.tsx';
import { seanceEditor } from '../../strings/seance-editor.ts';
import { TextField } from './fields.tsx';

const words = seanceEditor.scene;

interface SceneLayersProps {
  /** Of the scene: `items.2.scene`. */
  at: string;
  scene: Scene;
  catalogue: Catalogue;
  onChange: (scene: Scene, step?: string) => void;
}

/** The layers of a scene: chosen, ordered, seen through, and turned on before or after alone. */
export function SceneLayers({ at, scene, catalogue, onChange }: SceneLayersProps) {
  const lines = linesOfScene(scene);
  const write = (next: SceneLayer[]) =>
    onChange(withLines(scene, next, { before: words.roles.before, after: words.roles.after }));
  const set = (i: number, changes: Partial<SceneLayer>) =>
    write(lines.map((line, place) => (place === i ? { ...line, ...changes } : line)));
  const titleOf = (id: string) => catalogue.layers.find((layer) => layer.id === id)?.title ?? id;
  const others = catalogue.layers.filter(({ id }) => !lines.some((line) => line.id === id));
  return (
    <div className="seance-layers">
      <p className="seance-label">{words.layers}</p>
      <ul>
        {lines.map((line, i) => (
          <li key={line.id}>
            <span>{titleOf(line.id)}</span>
            <select
              aria-label={words.role(titleOf(line.id))}
              value={line.role}
              onChange={({ target }) => set(i, { role: target.value as LayerRole })}
            >
              {LAYER_ROLES.map((role) => (
                <option key={role} value={role}>
                  {words.roles[role]}
                </option>
              ))}
            </select>
            <select
              aria-label={words.opacity(titleOf(line.id))}
              value={line.opacity}
              onChange={({ target }) => set(i, { opacity: Number(target.value) })}
            >
              {opacitiesFor(line.opacity).map((opacity) => (
                <option key={opacity} value={opacity}>
                  {`${Math.round(opacity * 100)}\u00a0%`}
                </option>
              ))}
            </select>
            <IconButton
              label={words.up(titleOf(line.id))}
              icon={ArrowUp}
              isDisabled={i === 0}
              onClick={() => write(moveItem(lines, i, i - 1))}
            />
            <IconButton
              label={words.remove(titleOf(line.id))}
              icon={X}
              onClick={() => write(lines.filter((_, place) => place !== i))}
            />
          </li>
        ))}
      </ul>
      <select
        aria-label={words.addLayer}
        value=""
        onChange={({ target }) =>
          write([{ id: target.value, opacity: 1, role: 'always' }, ...lines])
        }
      >
        <option value="">{words.addLayer}</option>
        {catalogue.themes.map(({ id, title }) => (
          <optgroup key={id} label={title}>
            {others
              .filter(({ theme }) => theme === id)
              .map((layer) => (
                <option key={layer.id} value={layer.id}>
                  {layer.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      {scene.beforeAfter && <SideLabels at={at} scene={scene} onChange={onChange} />}
    </div>
  );
}

function SideLabels({ at, scene, onChange }: Omit<SceneLayersProps, 'catalogue'>) {
  const { beforeAfter } = scene;
  if (!beforeAfter) return null;
  const set = (side: 'before' | 'after', label: string) =>
    onChange(
      { ...scene, beforeAfter: { ...beforeAfter, [side]: { ...beforeAfter[side], label } } },
      `${at}.${side}`,
    );
  return (
    <div className="seance-pair">
      {(['before', 'after'] as const).map((side) => (
        <TextField
          key={side}
          label={words[side]}
          path={`${at}.beforeAfter.${side}.label`}
          value={beforeAfter[side].label}
          onChange={(label) => set(side, label)}
        />
      ))}
    </div>
  );
}

/** Quarters, and the scene's own where it is another. */
function opacitiesFor(own: number): number[] {
  return [...new Set([1, 0.75, 0.5, 0.25, own])].sort((a, b) => b - a);
}
