import { Eye, EyeOff } from 'lucide-react';
import type { Layer } from '../../../domain/layer.ts';
import { toggleLayer } from '../../../state/actions.ts';
import { useAct, useAppState, useEffects } from '../../app-context.tsx';
import { SheetLink } from '../../donnees/sheet-link.tsx';
import { useErrorSentence } from '../../frame/use-error-sentence.ts';
import { formatDate } from '../../strings/format.ts';
import { parcelSheet as words } from '../../strings/parcel-sheet.ts';
import { PieceLinks } from '../piece-links.tsx';
import type { ToldLine, ToldPart } from './sheet-sections.ts';

/** One line of the sheet: what was found, each thing leading to its own card, and the layers it was read from. */
export function SheetLineView({ line }: { line: ToldLine }) {
  const { label, parts, nothing, notes, failures, sources } = line;
  const sentence = useErrorSentence();
  return (
    <div className="sheet-line" data-found={parts.length > 0}>
      <h5>{label}</h5>
      {nothing && <p className="sheet-nothing">{nothing}</p>}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <Part key={`${part.layer} ${part.key} ${part.title}`} part={part} />
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} className="card-note">
          {note}
        </p>
      ))}
      {failures.map(({ title, error }) => (
        <p key={title} className="sheet-failure" role="alert">
          {words.failed(title)} {sentence(error).todo} {words.notFailed}
        </p>
      ))}
      {sources.map((layer) => (
        <Source key={layer.id} layer={layer} />
      ))}
    </div>
  );
}

function Part({ part: { layer, key, title, details, amount, pieces } }: { part: ToldPart }) {
  const { openFeature } = useEffects();
  return (
    <li>
      <button
        type="button"
        className="link-button sheet-part"
        title={words.open(title)}
        onClick={() => void openFeature(layer, key)}
      >
        {title}
      </button>
      <span className="sheet-amount">{amount}</span>
      {details.length > 0 && <span className="card-note">{details.join(' · ')}</span>}
      {pieces.length > 0 && <PieceLinks pieces={pieces} />}
    </li>
  );
}

function Source({ layer }: { layer: Layer }) {
  const act = useAct();
  const isShown = useAppState((state) => state.shown.some(({ id }) => id === layer.id));
  const Icon = isShown ? Eye : EyeOff;
  return (
    <p className="sheet-source">
      <button
        type="button"
        className="icon-button sheet-control"
        aria-pressed={isShown}
        aria-label={words.showLayer(layer.title)}
        title={words.showLayer(layer.title)}
        onClick={() => act((state) => toggleLayer(state, layer.id))}
      >
        <Icon size={16} aria-hidden="true" />
      </button>
      <span>
        <SheetLink layer={layer} />
        <span className="sheet-producer">, {layer.producer}</span>, {formatDate(layer.date)}
      </span>
    </p>
  );
}
