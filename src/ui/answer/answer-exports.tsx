import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ExportFormat } from '../../state/effects.ts';
import { useEffects } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';

/** The buttons that give the answer as a file. */
export function AnswerExports() {
  const { exportAnswer } = useEffects();
  const [busy, setBusy] = useState<ExportFormat | null>(null);
  const save = async (format: ExportFormat) => {
    setBusy(format);
    await exportAnswer(format);
    setBusy(null);
  };
  return (
    <p className="answer-buttons">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          disabled={busy !== null}
          aria-busy={busy === format}
          onClick={() => save(format)}
        >
          <Download size={16} aria-hidden="true" />
          {fr.answer[format]}
        </button>
      ))}
    </p>
  );
}

const FORMATS: ExportFormat[] = ['csv', 'geojson'];
