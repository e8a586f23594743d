import { X } from 'lucide-react';
import { IconButton } from '../frame/icon-button.tsx';
import { builder as words } from '../strings/builder.ts';
import { fr } from '../strings/fr.ts';
import { useBuilder } from './builder-context.ts';
import { ConditionMenu } from './condition-menu.tsx';
import type { ConditionPath } from './condition-path.ts';
import { toggleNot } from './edit-condition.ts';
import { useRemove } from './use-remove.ts';

interface ConditionHeadProps {
  path: ConditionPath;
  isNot: boolean;
  connector: string | null;
}

/** What stands over a condition: the word that ties it to the one before, "sauf", and its buttons. */
export function ConditionHead({ path, isNot, connector }: ConditionHeadProps) {
  const { edit } = useBuilder();
  const remove = useRemove(path);
  return (
    <p className="condition-head">
      {connector && <span className="connector">{connector}</span>}
      <button
        type="button"
        className="chip except"
        aria-pressed={isNot}
        title={fr.question.exceptHelp}
        onClick={() => edit((question) => toggleNot(question, path))}
      >
        {fr.question.except}
      </button>
      <span className="condition-buttons">
        <ConditionMenu path={path} />
        <IconButton
          label={fr.question.remove}
          icon={X}
          onClick={() => remove(words.menu.removed)}
        />
      </span>
    </p>
  );
}
