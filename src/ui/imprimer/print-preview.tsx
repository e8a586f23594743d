import { type PointerEvent, useEffect, useRef } from 'react';
import { paperSize } from '../../paper/paper-size.ts';
import { ErrorText } from '../frame/notices.tsx';
import { imprimer } from '../strings/imprimer.ts';
import type { PrintWish } from './print-wish.ts';
import type { PreviewStatus } from './use-printer.ts';

interface PrintPreviewProps {
  wish: PrintWish;
  scale: number | { fault: string };
  status: PreviewStatus;
  /** Pixels across that the picture is wanted with. */
  onWidth: (widthPx: number) => void;
  /** Millimetres on the sheet, to the right and down. */
  onMove: (by: readonly [number, number]) => void;
}

/** The first page as it will be printed; dragging it moves the frame. */
export function PrintPreview({ wish, scale, status, onWidth, onMove }: PrintPreviewProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const grabbed = useRef<[number, number] | null>(null);
  const [width, height] = paperSize(wish.paper, wish.orientation);
  const { result, isBusy, error } = status;
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const pixels = (entry?.contentRect.width ?? 0) * Math.min(window.devicePixelRatio, 2);
      onWidth(Math.min(MOST_PX, Math.ceil(pixels / STEP_PX) * STEP_PX));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [onWidth]);
  useEffect(() => {
    const picture = result?.preview;
    const element = canvas.current;
    if (!picture || !element) return;
    element.width = picture.width;
    element.height = picture.height;
    element.getContext('2d')?.drawImage(picture, 0, 0);
  }, [result]);
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = [event.clientX, event.clientY];
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!grabbed.current) return;
    const mm = width / event.currentTarget.clientWidth;
    const [x, y] = grabbed.current;
    grabbed.current = null;
    const by = [(x - event.clientX) * mm, (y - event.clientY) * mm] as const;
    if (Math.hypot(...by) > LEAST_MM) onMove(by);
  };
  const words = typeof scale === 'number' ? imprimer.scaleOf(scale) : '';
  return (
    <section className="print-preview" aria-label={imprimer.preview} aria-busy={isBusy}>
      <div className="print-stage">
        <div
          className="print-sheet"
          ref={sheet}
          data-orientation={wish.orientation}
          style={{ aspectRatio: `${width} / ${height}` }}
          onPointerDown={onPointerDown}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            grabbed.current = null;
          }}
        >
          <canvas
            ref={canvas}
            role="img"
            hidden={!result?.preview}
            aria-label={imprimer.previewAlt(
              `${imprimer.papers[wish.paper]} ${imprimer.orientations[wish.orientation].toLowerCase()}`,
              words,
              result?.pages ?? 1,
            )}
          />
        </div>
      </div>
      <p className="quiet" role="status">
        {isBusy ? imprimer.waiting : `${imprimer.pages(result?.pages ?? 1)} ${imprimer.drag}`}
      </p>
      {error && <ErrorText error={error} />}
    </section>
  );
}

/** A picture is asked for in steps of width, so that a window that is drawn larger does not ask at each pixel. */
const STEP_PX = 100;
const MOST_PX = 1800;
/** A shorter drag is a click. */
const LEAST_MM = 1;
