import { memo, type RefObject, useMemo } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Question } from '../../domain/question.ts';
import { builder as words } from '../strings/builder.ts';
import { fr } from '../strings/fr.ts';
import {
  type Builder,
  BuilderContext,
  type FormNotes,
  NotesContext,
  TargetContext,
} from './builder-context.ts';
import { type Group, ROOT_PATH } from './condition-path.ts';
import { ConditionGroup } from './condition-tree.tsx';
import { findMisfits } from './find-misfits.ts';
import { GroupKindChoice } from './group-head.tsx';
import { layerNames } from './layer-names.ts';

interface QuestionFormProps {
  builder: Builder;
  target: Layer;
  /** Its root must be a group. */
  question: Question & { where: Group };
  notes: FormNotes;
  form: RefObject<HTMLDivElement | null>;
}

/** The form that reads as a sentence: what is sought, the conditions, how the answer is counted. */
export function QuestionForm({ builder, target, question, notes, form }: QuestionFormProps) {
  const { where } = question;
  const tree = useMemo(() => <ConditionGroup group={where} path={ROOT_PATH} />, [where]);
  return (
    <BuilderContext value={builder}>
      <TargetContext value={target}>
        <NotesContext value={notes}>
          <div className="question-form" ref={form}>
            <div className="phrase phrase-lead">
              <span>{`${fr.question.search} ${fr.question.the}`}</span>
              <TargetChoice builder={builder} chosen={question.target} />
              <span>{fr.question.those}</span>
              <GroupKindChoice
                kind={where.kind}
                path={ROOT_PATH}
                labels={{ and: fr.question.all, or: fr.question.any }}
              />
              <span>{fr.question.conditions}</span>
            </div>
            {tree}
            <GroupByChoice builder={builder} target={target} groupBy={question.groupBy} />
          </div>
        </NotesContext>
      </TargetContext>
    </BuilderContext>
  );
}

interface TargetChoiceProps {
  builder: Builder;
  /** Id of the layer. */
  chosen: string;
}

/** Another target keeps the conditions when they all make sense for it; else none, which an undo brings back. */
const TargetChoice = memo(function TargetChoice({ builder, chosen }: TargetChoiceProps) {
  const { catalogue, edit } = builder;
  const layers = targetsOf(catalogue, chosen);
  const names = layerNames(layers, 'many');
  const choose = (target: string) =>
    edit(({ where }) => {
      const kept: Question = { target, where };
      const isFit = findMisfits(kept, catalogue).length === 0;
      return isFit ? kept : { target, where: { kind: 'and', conditions: [] } };
    });
  return (
    <select
      aria-label={fr.question.target}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      {!catalogue.layers.some(({ id }) => id === chosen) && (
        <option value={chosen}>{words.unknownLayer(chosen)}</option>
      )}
      {layers.map(({ id }) => (
        <option key={id} value={id}>
          {names.get(id)}
        </option>
      ))}
    </select>
  );
});

function targetsOf(catalogue: Catalogue, chosen: string): Layer[] {
  return catalogue.layers.filter((layer) => !layer.base || layer.id === chosen);
}

interface GroupByChoiceProps {
  builder: Builder;
  target: Layer;
  groupBy: string | undefined;
}

const GroupByChoice = memo(function GroupByChoice(props: GroupByChoiceProps) {
  const { builder, target, groupBy } = props;
  const choose = (field: string) =>
    builder.edit(({ groupBy: _last, ...rest }) =>
      field === '' ? rest : { ...rest, groupBy: field },
    );
  return (
    <label className="phrase">
      <span>{fr.question.groupBy}</span>
      <select value={groupBy ?? ''} onChange={(event) => choose(event.target.value)}>
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
});
