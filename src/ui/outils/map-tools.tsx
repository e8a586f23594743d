import {
  Columns2,
  Layers,
  ListTree,
  type LucideIcon,
  MapPinned,
  PencilLine,
  Ruler,
  Wrench,
  X,
} from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { openTool } from '../../state/actions.ts';
import { MAP_TOOLS, type MapTool } from '../../state/app-state.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { toolNames, tools } from '../strings/outils.ts';
import '../styles/outils.css';

/** The tools over the map: a bar of buttons, folded into one on narrow windows, and the panel of the one that is open. */
export function MapTools() {
  const tool = useAppState((state) => state.tool);
  const act = useAct();
  const isNarrow = useIsNarrow();
  const [isUnfolded, setUnfolded] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const open = (next: MapTool | null) => {
    setUnfolded(false);
    toggle.current?.focus();
    act((state) => openTool(state, next));
  };
  const close = () => {
    bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    open(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from what has the focus within
    <div
      className="map-tools"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !(tool || isUnfolded)) return;
        event.preventDefault();
        close();
      }}
    >
      {isNarrow && (
        <button
          ref={toggle}
          type="button"
          className="tool-button tools-toggle"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          <Wrench size={18} aria-hidden="true" />
          <span>{tools.toggle}</span>
        </button>
      )}
      {(isUnfolded || !isNarrow) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div ref={bar} className="tool-bar" role="group" aria-label={tools.label}>
          {MAP_TOOLS.map((name) => (
            <ToolButton key={name} name={name} isOpen={tool === name} onOpen={open} />
          ))}
        </div>
      )}
      {tool && (
        <section className="tool-panel" aria-label={toolNames[tool].title}>
          <header className="tool-head">
            <h2>{toolNames[tool].title}</h2>
            <IconButton label={tools.close} icon={X} onClick={close} />
          </header>
          <Suspense fallback={<p className="quiet">{tools.loading}</p>}>
            <ToolPanel tool={tool} />
          </Suspense>
        </section>
      )}
    </div>
  );
}

interface ToolButtonProps {
  name: MapTool;
  isOpen: boolean;
  onOpen: (next: MapTool | null) => void;
}

function ToolButton({ name, isOpen, onOpen }: ToolButtonProps) {
  const Icon = ICONS[name];
  return (
    <button
      type="button"
      className="tool-button"
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? null : name)}
    >
      <Icon size={18} aria-hidden="true" />
      <span>{toolNames[name].button}</span>
    </button>
  );
}

const ToolPanel = lazyPart(async () => (await import('./tool-panel.tsx')).ToolPanel);

const ICONS: Record<MapTool, LucideIcon> = {
  fonds: Layers,
  mesure: Ruler,
  annotations: PencilLine,
  coordonnees: MapPinned,
  comparer: Columns2,
  contenu: ListTree,
};
