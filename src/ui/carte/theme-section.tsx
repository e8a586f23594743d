import { type ReactNode, useRef, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { isLarge } from '../../domain/style/large-layer.ts';
import { goToTheme, showLayers } from '../../state/actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { hideLayers } from '../../state/shown-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { catalogue } from '../strings/catalogue.ts';
import { formatBytes } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { LayerRow } from './layer-row.tsx';
import type { ThemeLayers } from './theme-sections.ts';

/** A theme of the catalogue, folded until it is opened: all of its layers on or off at once, its page, its layers. */
export function ThemeSection({ id, title, isBase, layers }: ThemeLayers) {
  const shown = useAppState((state) => state.shown);
  const status = useAppState((state) => state.layerStatus);
  const [isOpen, setOpen] = useState(false);
  const act = useAct();
  const summary = useRef<HTMLElement>(null);
  /** The button goes with what it has done: the focus goes to the title of the theme. */
  const change = (action: (state: AppState) => AppState) => {
    act(action);
    summary.current?.focus({ preventScroll: true });
  };
  const isShown = (layer: Layer) => shown.some((own) => own.id === layer.id);
  const shownCount = layers.filter(isShown).length;
  const unread = layers
    .filter((layer) => !isShown(layer) && !isLarge(layer) && status[layer.id]?.kind !== 'ready')
    .reduce((sum, { file }) => sum + file.bytes, 0);
  return (
    <details
      className="theme"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary ref={summary}>
        <h3>{title}</h3>
        <span className="badge" data-some={shownCount > 0}>
          {fr.layers.themeCount(shownCount, layers.length)}
        </span>
      </summary>
      {isOpen && (
        <>
          <p className="theme-links">
            {shownCount < layers.length && (
              <LinkButton
                of={title}
                onClick={() => change((state) => showLayers(state, idsOf(layers)))}
              >
                {catalogue.showAll(unread > 0 ? formatBytes(unread) : '')}
              </LinkButton>
            )}
            {shownCount > 0 && (
              <LinkButton
                of={title}
                onClick={() => change((state) => hideLayers(state, idsOf(layers)))}
              >
                {catalogue.hideTheme}
              </LinkButton>
            )}
            {!isBase && (
              <LinkButton of={title} onClick={() => act((state) => goToTheme(state, id))}>
                {fr.layers.themePage}
              </LinkButton>
            )}
          </p>
          <ul className="layer-list">
            {layers.map((layer) => (
              <LayerRow key={layer.id} layer={layer} />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

const idsOf = (layers: readonly Layer[]) => layers.map(({ id }) => id);

interface LinkButtonProps {
  /** Title of the theme, which its name says to those who do not see where it stands. */
  of: string;
  onClick: () => void;
  children: ReactNode;
}

function LinkButton({ of, onClick, children }: LinkButtonProps) {
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {children}
      <span className="visually-hidden">{catalogue.ofTheme(of)}</span>
    </button>
  );
}
