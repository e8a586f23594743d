import { Check, Copy, Link, Table } from 'lucide-react';
import { useState } from 'react';
import type { MetricCrs } from '../../domain/crs.ts';
import type { Feature } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { showLayers } from '../../state/actions.ts';
import { useServices } from '../app-context.tsx';
import { card as words } from '../strings/card.ts';
import { cardRow, cardText } from './card-lines.ts';

const WAYS = [
  { id: 'text', label: words.copy, icon: Copy },
  { id: 'row', label: words.copyRow, icon: Table },
  { id: 'link', label: words.copyLink, icon: Link },
] as const;

interface CopyButtonsProps {
  feature: Feature;
  layer: Layer;
  crs: MetricCrs;
}

/** Takes a feature away: as text, as a row of a table, as a link that opens it; a layer of this page alone has no link. */
export function CopyButtons({ feature, layer, crs }: CopyButtonsProps) {
  const { store } = useServices();
  const [done, setDone] = useState<{ id: string; isCopied: boolean } | null>(null);
  const textOf = async (id: (typeof WAYS)[number]['id']) => {
    if (id === 'text') return cardText(feature, layer, crs);
    if (id === 'row') return cardRow(feature, layer);
    const { sharedLink } = await import('../liens/shared-link.ts');
    const shown = showLayers(store.getState(), [layer.id]);
    const selection = { layer: layer.id, key: feature.key };
    return sharedLink({ ...shown, screen: 'carte', selection }, location.href.replace(/#.*$/, ''))
      .url;
  };
  const copy = async (id: (typeof WAYS)[number]['id']) => {
    try {
      await navigator.clipboard.writeText(await textOf(id));
      setDone({ id, isCopied: true });
    } catch {
      // The browser refuses without HTTPS or the reader's leave: the button says so.
      setDone({ id, isCopied: false });
    }
  };
  return WAYS.filter(({ id }) => id !== 'link' || !layer.isTemporary).map(
    ({ id, label, icon: Icon }) => {
      const isDone = done?.id === id;
      const said = !isDone ? label : done.isCopied ? words.copied : words.copyRefused;
      const Shown = isDone && done.isCopied ? Check : Icon;
      return (
        <button
          key={id}
          type="button"
          className="button"
          aria-label={id === 'text' ? undefined : said}
          title={id === 'text' ? undefined : said}
          onClick={() => void copy(id)}
        >
          <Shown size={16} aria-hidden="true" />
          {id === 'text' && said}
          {isDone && (
            <span role="status" className="visually-hidden">
              {said}
            </span>
          )}
        </button>
      );
    },
  );
}
