import { type RefObject, useEffect, useState } from 'react';
import type { SeanceItem } from '../../domain/seance.ts';
import { useAppState } from '../app-context.tsx';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { show } from '../strings/seance.ts';
import '../styles/seance-item.css';
import { ItemAmount } from './item-amount.tsx';
import { ItemFigures } from './item-figures.tsx';
import { SceneAnswer } from './scene-answer.tsx';
import { useFittedType } from './use-fitted-type.ts';

interface ItemPanelProps {
  item: SeanceItem;
  ref: RefObject<HTMLDivElement | null>;
}

/** The item in large type; what does not fit is below, and said to be. */
export function ItemPanel({ item, ref }: ItemPanelProps) {
  useFittedType(ref, item);
  const hasMore = useHasMore(ref, item);
  return (
    <>
      <ScrollRegion className="show-panel" ref={ref} label={show.point(item.number)}>
        <header>
          <div className="show-lead">
            <p className="show-number">{show.point(item.number)}</p>
            {item.rapporteur && <p className="show-who">{show.rapporteur(item.rapporteur)}</p>}
          </div>
          <h1>{item.title}</h1>
        </header>
        <ItemFigures figures={item.figures} />
        {item.scene.question && <SceneAnswer />}
        <div className="show-text">
          {item.text.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        {item.amount && <ItemAmount amount={item.amount} />}
        {item.decision && (
          <div className="show-decision">
            <h2>{show.decision}</h2>
            <p>{item.decision}</p>
          </div>
        )}
        <p className="show-sources">{show.sources(sourcesOf(item))}</p>
      </ScrollRegion>
      {hasMore && (
        <p className="show-more" aria-hidden="true">
          {show.more}
        </p>
      )}
    </>
  );
}

/** What the item and its figures are read from, each once. */
function sourcesOf({ source, figures }: SeanceItem): string[] {
  const all = [...source.split(/\s; /), ...figures.map((figure) => figure.source)];
  return [...new Set(all)].filter((one) => one !== '');
}

/** Whether a part of the item lies below what is in sight. */
function useHasMore(panel: RefObject<HTMLDivElement | null>, item: SeanceItem): boolean {
  const [hasMore, setMore] = useState(false);
  const answer = useAppState((state) => state.answer.kind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item or answer is what changes the height
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const look = () =>
      setMore(element.scrollTop + element.clientHeight < element.scrollHeight - SLACK_PX);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [panel, item, answer]);
  return hasMore;
}

/** Less than this below the edge is padding. */
const SLACK_PX = 24;
