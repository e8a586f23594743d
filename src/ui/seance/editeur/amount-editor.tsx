import { Plus, Trash2 } from 'lucide-react';
import type { SeanceAmount } from '../../../domain/seance.ts';
import { IconButton } from '../../frame/icon-button.tsx';
import { seanceEditor, seanceFaultSentence } from '../../strings/seance-editor.ts';
import { faultAt, useEditing } from './editor-context.ts';
import { NumberField, TextField } from './fields.tsx';

const words = seanceEditor.amount;

interface AmountEditorProps {
  /** Of the item: `items.2`. */
  at: string;
  amount: SeanceAmount | null;
  onChange: (amount: SeanceAmount | null, step?: string) => void;
}

/** What an item costs and who pays; an item may have no amount. */
export function AmountEditor({ at, amount, onChange }: AmountEditorProps) {
  const doubt = faultAt(useEditing().faults, `${at}.amount.funding`);
  if (!amount) {
    return (
      <section className="seance-part">
        <h4>{words.title}</h4>
        <button
          type="button"
          className="button"
          onClick={() => onChange({ eur: Number.NaN, pays: '', funding: [] })}
        >
          <Plus size={16} aria-hidden="true" />
          {words.add}
        </button>
      </section>
    );
  }
  const { funding } = amount;
  const set = (changes: Partial<SeanceAmount>, step: string) =>
    onChange({ ...amount, ...changes }, `${at}.amount.${step}`);
  const setPart = (i: number, changes: Partial<SeanceAmount['funding'][number]>) =>
    set(
      { funding: funding.map((part, place) => (place === i ? { ...part, ...changes } : part)) },
      `${i}.${Object.keys(changes)[0]}`,
    );
  return (
    <section className="seance-part">
      <h4>{words.title}</h4>
      <div className="seance-pair">
        <NumberField
          label={words.eur}
          path={`${at}.amount.eur`}
          value={amount.eur}
          onChange={(eur) => set({ eur }, 'eur')}
        />
        <TextField
          label={words.pays}
          path={`${at}.amount.pays`}
          value={amount.pays}
          onChange={(pays) => set({ pays }, 'pays')}
        />
      </div>
      <ul className="seance-rows">
        {funding.map(({ who, eur }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a share is nothing but its place while it is written
          <li key={i} className="seance-row-head">
            <TextField
              label={words.who}
              path={`${at}.amount.funding.${i}.who`}
              value={who}
              onChange={(name) => setPart(i, { who: name })}
            />
            <NumberField
              label={words.part}
              path={`${at}.amount.funding.${i}.eur`}
              value={eur}
              onChange={(value) => setPart(i, { eur: value })}
            />
            <IconButton
              label={words.removePart(who)}
              icon={Trash2}
              onClick={() =>
                onChange({ ...amount, funding: funding.filter((_, place) => place !== i) })
              }
            />
          </li>
        ))}
      </ul>
      {doubt && <p className="fault">{seanceFaultSentence(doubt)}</p>}
      <p className="seance-buttons">
        <button
          type="button"
          className="button"
          onClick={() =>
            onChange({ ...amount, funding: [...funding, { who: '', eur: Number.NaN }] })
          }
        >
          <Plus size={16} aria-hidden="true" />
          {words.addPart}
        </button>
        <button type="button" className="button" onClick={() => onChange(null)}>
          <Trash2 size={16} aria-hidden="true" />
          {words.remove}
        </button>
      </p>
    </section>
  );
}
