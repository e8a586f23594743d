import {
  Columns2,
  Layers,
  ListTree,
  type LucideIcon,
  MapPinned,
  PencilLine,
  Ruler,
  X,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import { openTool } from '../../state/actions.ts';
import { MAP_TOOLS, type MapTool } from '../../state/app-state.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { toolNames, tools } from '../strings/outils.ts';
import '../styles/outils.css';

/** The tools over the map: a bar of buttons, and the panel of the one that is open. */
export function MapTools() {
  const tool = useAppState((state) => state.tool);
  const act = useAct();
  return (
    <div className="map-tools">
      <div className="tool-bar" role="toolbar" aria-label={tools.label}>
        {MAP_TOOLS.map((name) => {
          const Icon = ICONS[name];
          return (
            <button
              key={name}
              type="button"
              className="tool-button"
              aria-expanded={tool === name}
              onClick={() => act((state) => openTool(state, tool === name ? null : name))}
            >
              <Icon size={18} aria-hidden="true" />
              <span>{toolNames[name].button}</span>
            </button>
          );
        })}
      </div>
      {tool && (
        <section className="tool-panel" aria-label={toolNames[tool].title}>
          <header className="tool-head">
            <h2>{toolNames[tool].title}</h2>
            <IconButton
              label={tools.close}
              icon={X}
              onClick={() => act((state) => openTool(state, null))}
            />
          </header>
          <Suspense fallback={<p className="quiet">{tools.loading}</p>}>
            <ToolPanel tool={tool} />
          </Suspense>
        </section>
      )}
    </div>
  );
}

const ToolPanel = lazy(async () => {
  const module = await import('./tool-panel.tsx');
  return { default: module.ToolPanel };
});

const ICONS: Record<MapTool, LucideIcon> = {
  fonds: Layers,
  mesure: Ruler,
  annotations: PencilLine,
  coordonnees: MapPinned,
  comparer: Columns2,
  contenu: ListTree,
};
