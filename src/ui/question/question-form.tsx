import { useMemo, useState } from 'react';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Question } from '../../domain/question.ts';
import { fr } from '../strings/fr.ts';
import { type Builder, BuilderContext, type Fault } from './builder-context.ts';
import { ConditionGroup } from './condition-tree.tsx';
import { type ConditionPath, type Group, ROOT_PATH, setGroupKind } from './edit-condition.ts';
import { GroupKindChoice } from './group-head.tsx';

interface QuestionFormProps {
  catalogue: Catalogue;
  /** Its root must be a group. */
  question: Question & { where: Group };
  faults: Fault[];
  onChange: (question: Question) => void;
}

/** The form that reads as a sentence: what is sought, the conditions, how the answer is counted. */
export function QuestionForm({ catalogue, question, faults, onChange }: QuestionFormProps) {
  const [added, setAdded] = useState<ConditionPath | null>(null);
  const target = findLayer(catalogue, question.target);
  const builder = useMemo<Builder>(
    () => ({
      question,
      target,
      catalogue,
      faults,
      added,
      change(next, path) {
        setAdded(path ?? null);
        onChange(next);
      },
    }),
    [question, target, catalogue, faults, added, onChange],
  );
  return (
    <BuilderContext value={builder}>
      <div className="phrase phrase-lead">
        <span>{`${fr.question.search} ${fr.question.the}`}</span>
        <TargetChoice catalogue={catalogue} question={question} onChange={onChange} />
        <span>{fr.question.those}</span>
        <GroupKindChoice
          kind={question.where.kind}
          labels={{ and: fr.question.all, or: fr.question.any }}
          onChange={(kind) => onChange(setGroupKind(question, ROOT_PATH, kind))}
        />
        <span>{fr.question.conditions}</span>
      </div>
      <ConditionGroup group={question.where} path={ROOT_PATH} />
      <GroupByChoice target={target} question={question} onChange={onChange} />
    </BuilderContext>
  );
}

type ChoiceProps = Pick<QuestionFormProps, 'question' | 'onChange'>;

/** Another target keeps nothing of the conditions, which were about the fields of the last one. */
function TargetChoice({ catalogue, question, onChange }: ChoiceProps & { catalogue: Catalogue }) {
  return (
    <select
      aria-label={fr.question.target}
      value={question.target}
      onChange={(event) =>
        onChange({ target: event.target.value, where: { kind: 'and', conditions: [] } })
      }
    >
      {catalogue.layers
        .filter((layer) => !layer.base || layer.id === question.target)
        .map((layer) => (
          <option key={layer.id} value={layer.id}>
            {layer.noun[1]}
          </option>
        ))}
    </select>
  );
}

function GroupByChoice({ target, question, onChange }: ChoiceProps & { target: Layer }) {
  const { groupBy, ...rest } = question;
  return (
    <label className="phrase">
      <span>{fr.question.groupBy}</span>
      <select
        value={groupBy ?? ''}
        onChange={(event) => {
          const field = event.target.value;
          onChange(field === '' ? rest : { ...rest, groupBy: field });
        }}
      >
        <option value="">{fr.question.noGroup}</option>
        {target.fields
          .filter((field) => field.name !== target.key)
          .map((field) => (
            <option key={field.name} value={field.name}>
              {field.label}
            </option>
          ))}
      </select>
    </label>
  );
}
