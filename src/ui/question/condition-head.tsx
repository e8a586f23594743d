import { FolderInput, X } from 'lucide-react';
import { IconButton } from '../frame/icon-button.tsx';
import { fr } from '../strings/fr.ts';
import { useBuilder } from './builder-context.ts';
import { type ConditionPath, removeCondition, toggleNot, wrapCondition } from './edit-condition.ts';

interface ConditionHeadProps {
  path: ConditionPath;
  isNot: boolean;
  /** A group has its own buttons. */
  isMovable: boolean;
  connector: string | null;
}

/** What stands over a condition: the word that ties it to the one before, "sauf", and its buttons. */
export function ConditionHead({ path, isNot, isMovable, connector }: ConditionHeadProps) {
  const { question, change } = useBuilder();
  return (
    <p className="condition-head">
      {connector && <span className="connector">{connector}</span>}
      <button
        type="button"
        className="chip except"
        aria-pressed={isNot}
        title={fr.question.exceptHelp}
        onClick={() => change(toggleNot(question, path))}
      >
        {fr.question.except}
      </button>
      {isMovable && (
        <span className="condition-buttons">
          <IconButton
            label={fr.question.group}
            icon={FolderInput}
            onClick={() => change(wrapCondition(question, path, 'or'))}
          />
          <IconButton
            label={fr.question.remove}
            icon={X}
            onClick={() => change(removeCondition(question, path))}
          />
        </span>
      )}
    </p>
  );
}
