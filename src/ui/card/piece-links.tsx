import { ExternalLink, FileText } from 'lucide-react';
import { card as words } from '../strings/card.ts';
import type { WrittenPiece } from './written-pieces.ts';

/** The documents that a feature names: a link where there is an address that may be followed, else what is known of them. */
export function PieceLinks({ pieces }: { pieces: WrittenPiece[] }) {
  return (
    <div className="card-pieces">
      <h3>{words.pieces}</h3>
      <ul>
        {pieces.map(({ label, name, href, note }) => (
          <li key={label}>
            <FileText size={16} aria-hidden="true" />
            <span>
              {label} :{' '}
              {href ? (
                <a href={href} target="_blank" rel="noreferrer noopener">
                  {name}
                  <ExternalLink size={12} aria-hidden="true" />
                  <span className="visually-hidden"> ({words.pieceOpens})</span>
                </a>
              ) : (
                name
              )}
              {note && <span className="card-note">{note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
