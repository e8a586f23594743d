import { Copy, Download, History, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { KeptQuestion } from '../../domain/kept-question.ts';
import { openKept } from '../../state/shelf.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { keptWords } from '../strings/bibliotheque.ts';
import { KeptForm } from './kept-form.tsx';
import { keptSentence } from './kept-sentence.ts';
import { saveContent } from './save-question.ts';

interface KeptEntryProps {
  kept: KeptQuestion;
  catalogue: Catalogue;
}

/** A kept question: its name opens it in the form; under it what it asks, what was said of it and what can be done with it. */
export function KeptEntry({ kept, catalogue }: KeptEntryProps) {
  const [isEdited, setEdited] = useState(false);
  const { changeKept } = useEffects();
  const act = useAct();
  const { id, name, description, theme, question, changedAt } = kept;
  const sentence = keptSentence(question, catalogue);
  const themeTitle = catalogue.themes.find((one) => one.id === theme)?.title;
  if (isEdited) {
    return (
      <li className="kept">
        <KeptForm
          catalogue={catalogue}
          initial={kept}
          onSave={(changes) => {
            changeKept(id, changes);
            setEdited(false);
          }}
          onCancel={() => setEdited(false)}
        />
      </li>
    );
  }
  return (
    <li className="kept">
      <h3>
        <button
          type="button"
          className="link-button"
          title={keptWords.openIt(name)}
          onClick={() => act((state) => openKept(state, kept))}
        >
          {name}
        </button>
      </h3>
      {description && <p>{description}</p>}
      {sentence !== `${name}.` && <p className="kept-sentence">{sentence}</p>}
      <p className="quiet">
        {themeTitle && <span className="kept-theme">{themeTitle}</span>} {keptWords.when(changedAt)}
      </p>
      <AnswerAsOf kept={kept} catalogue={catalogue} />
      <KeptTools kept={kept} catalogue={catalogue} onEdit={() => setEdited(true)} />
    </li>
  );
}

interface KeptToolsProps extends KeptEntryProps {
  onEdit: () => void;
}

function KeptTools({ kept, catalogue, onEdit }: KeptToolsProps) {
  const { duplicateKept, deleteKept } = useEffects();
  const { id, name } = kept;
  return (
    <p className="kept-tools">
      <IconButton label={keptWords.of(keptWords.edit, name)} icon={PencilLine} onClick={onEdit} />
      <IconButton
        label={keptWords.of(keptWords.duplicate, name)}
        icon={Copy}
        onClick={() => duplicateKept(id, keptWords.copyOf(name))}
      />
      <IconButton
        label={keptWords.of(keptWords.share, name)}
        icon={Download}
        onClick={() => saveContent(kept, catalogue)}
      />
      <IconButton
        label={keptWords.of(keptWords.delete, name)}
        icon={Trash2}
        onClick={() => deleteKept(id)}
      />
    </p>
  );
}

/** Where data have changed since the question was kept: a button that answers it from those of then. */
function AnswerAsOf({ kept, catalogue }: KeptEntryProps) {
  const { answerAsOf } = useEffects();
  const act = useAct();
  const { versions, question } = kept;
  const hasMoved = catalogue.layers.some(
    ({ id, file }) => versions?.[id] && versions[id] !== file.version,
  );
  if (!versions || !hasMoved) return null;
  return (
    <p className="quiet">
      {keptWords.reopenHelp}{' '}
      <button
        type="button"
        className="link-button with-icon"
        onClick={() => {
          act((state) => openKept(state, kept));
          void answerAsOf(question, versions);
        }}
      >
        <History size={16} aria-hidden="true" />
        {keptWords.reopen}
      </button>
    </p>
  );
}
