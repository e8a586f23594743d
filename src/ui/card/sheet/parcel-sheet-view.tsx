import { ArrowLeft, Check, Copy, Printer } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MetricCrs } from '../../../domain/crs.ts';
import type { Feature } from '../../../domain/feature.ts';
import type { Layer } from '../../../domain/layer.ts';
import type { ParcelSheet, SheetLine } from '../../../domain/parcel-sheet.ts';
import { useAppState } from '../../app-context.tsx';
import { ErrorText } from '../../frame/notices.tsx';
import { ProgressLine } from '../../frame/progress-line.tsx';
import { fr } from '../../strings/fr.ts';
import { parcelSheet as words } from '../../strings/parcel-sheet.ts';
import { sheetFacts } from './sheet-facts.ts';
import { SheetLineView } from './sheet-line-view.tsx';
import { sheetSections } from './sheet-sections.ts';
import { sheetText } from './sheet-text.ts';
import { useParcelSheet } from './use-parcel-sheet.ts';
import '../../styles/parcel-sheet.css';

interface ParcelSheetViewProps {
  feature: Feature;
  layer: Layer;
  crs: MetricCrs;
  onClose: () => void;
}

/** What lies on and around a feature, line by line, with its sources, to be read, copied and printed. */
export function ParcelSheetView({ feature, layer, crs, onClose }: ParcelSheetViewProps) {
  const { status, cancel, again } = useParcelSheet(feature);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = layer.search === 'parcel' ? words.title.parcel : words.title.object;
  return (
    <div className="parcel-sheet">
      <button type="button" className="link-button back-link sheet-control" onClick={onClose}>
        <ArrowLeft size={16} aria-hidden="true" />
        {words.back}
      </button>
      <h3 ref={heading} tabIndex={-1} className="sheet-title">
        {title}
      </h3>
      <p className="sheet-warning" role="note">
        <strong>{words.warning}</strong> {words.warningMore}
      </p>
      {status.kind === 'reading' && (
        <ProgressLine
          progress={status.progress}
          first={words.reading}
          stop={words.stop}
          takesFocus={false}
          onStop={cancel}
        />
      )}
      {status.kind === 'stopped' && (
        <p role="status">
          {words.stopped}{' '}
          <button type="button" className="button" onClick={again}>
            {words.again}
          </button>
        </p>
      )}
      {status.kind === 'none' && <p role="status">{words.noSheet}</p>}
      {status.kind === 'failed' && (
        <div role="alert">
          <ErrorText error={status.error} />
        </div>
      )}
      {status.kind === 'ready' && (
        <ReadySheet {...{ feature, layer, crs, title }} sheet={status.sheet} lines={status.lines} />
      )}
    </div>
  );
}

interface ReadySheetProps {
  feature: Feature;
  layer: Layer;
  crs: MetricCrs;
  title: string;
  sheet: ParcelSheet;
  lines: SheetLine[];
}

function ReadySheet({ feature, layer, crs, title, sheet, lines }: ReadySheetProps) {
  const layers = useAppState((state) => state.catalogue?.layers);
  const facts = sheetFacts(feature, layer, sheet.area, crs);
  const how = words.how(fr.crs[crs]);
  const sections = useMemo(() => sheetSections(sheet, lines, layers ?? []), [sheet, lines, layers]);
  return (
    <>
      <p className="card-buttons sheet-control">
        <CopyText text={() => sheetText(title, facts, sections, how)} />
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size={16} aria-hidden="true" />
          {words.print}
        </button>
      </p>
      <dl className="card-lines">
        {facts.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {note && <span className="card-note">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <section key={section.title} className="sheet-section" aria-label={section.title}>
          <h4>{section.title}</h4>
          {section.lines.map((line) => (
            <SheetLineView key={line.id} line={line} />
          ))}
        </section>
      ))}
      <p className="card-note">{how}</p>
    </>
  );
}

function CopyText({ text }: { text: () => string }) {
  const [label, setLabel] = useState(words.copy);
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setLabel(words.copied),
      () => setLabel(words.copyRefused),
    );
  const Icon = label === words.copied ? Check : Copy;
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Icon size={16} aria-hidden="true" />
      <span aria-live="polite">{label}</span>
    </button>
  );
}
