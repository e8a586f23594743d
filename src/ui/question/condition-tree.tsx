import { FolderPlus } from 'lucide-react';
import { memo, type ReactNode, useId } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { type Condition, isRelation, type RelationCondition } from '../../domain/question.ts';
import { builder as words } from '../strings/builder.ts';
import { fr } from '../strings/fr.ts';
import { AddCondition } from './add-condition.tsx';
import { AttributeEditor } from './attribute-editor.tsx';
import { TargetContext, useBuilder, useTarget } from './builder-context.ts';
import { ConditionHead } from './condition-head.tsx';
import { ConditionNotes } from './condition-notes.tsx';
import {
  type ConditionPath,
  childPath,
  type Group,
  isGroup,
  ROOT_PATH,
  relatedPath,
} from './condition-path.ts';
import { addCondition, replaceCondition } from './edit-condition.ts';
import { FaultScope, useFault } from './field-fault.tsx';
import { GroupHead } from './group-head.tsx';
import { MeasureEditor } from './measure-editor.tsx';
import { RelationEditor } from './relation-editor.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface ConditionGroupProps {
  group: Group;
  path: ConditionPath;
}

/** Conditions that must all hold, or one of which must; a group may hold groups. */
export function ConditionGroup({ group, path }: ConditionGroupProps) {
  const { edit } = useBuilder();
  const isRoot = path === ROOT_PATH;
  const end = childPath(path, group.conditions.length);
  const addGroup = () =>
    edit(
      (question) =>
        addCondition(question, path, {
          kind: group.kind === 'and' ? 'or' : 'and',
          conditions: [],
        }),
      { focus: { path: end, on: 'body' } },
    );
  return (
    <fieldset className="group" data-root={isRoot}>
      <legend className="visually-hidden">{fr.question.matching}</legend>
      {!isRoot && <GroupHead group={group} path={path} />}
      <ol className="conditions">
        {group.conditions.map((condition, index) => (
          <ConditionRow
            key={childPath(path, index)}
            condition={condition}
            path={childPath(path, index)}
            index={index}
            connector={index > 0 ? fr.question[group.kind] : null}
          />
        ))}
      </ol>
      {isRoot && group.conditions.length === 0 && (
        <p className="quiet">{fr.question.noCondition}</p>
      )}
      <div className="group-buttons">
        <AddCondition path={path} end={end} isOpen={isRoot} label={words.search.toGroup} />
        <button type="button" className="link-button with-icon" onClick={addGroup}>
          <FolderPlus size={16} aria-hidden="true" />
          {fr.question.addGroup}
        </button>
      </div>
    </fieldset>
  );
}

interface ConditionRowProps {
  condition: Condition;
  path: ConditionPath;
  index: number;
  /** The word that ties it to the one before, if there is one. */
  connector: string | null;
}

/** One condition, kept or turned round by "sauf", with what is to be said of it under it. */
const ConditionRow = memo(function ConditionRow(props: ConditionRowProps) {
  const { condition, path, index, connector } = props;
  const onKeyDown = useRowKeys(path);
  const isNot = condition.kind === 'not';
  const inner = isNot ? condition.condition : condition;
  const innerPath = isNot ? `${path}.condition` : path;
  return (
    <li className="condition" data-path={path} aria-label={words.row(index)} onKeyDown={onKeyDown}>
      <ConditionHead path={path} isNot={isNot} connector={connector} />
      <ConditionWithNotes path={path} condition={inner}>
        <ConditionEditor condition={inner} path={innerPath} />
      </ConditionWithNotes>
    </li>
  );
});

interface ConditionWithNotesProps {
  path: ConditionPath;
  condition: Condition;
  children: ReactNode;
}

/** A condition and, under it, what is to be said of it, to which its fields are tied. */
function ConditionWithNotes({ path, condition, children }: ConditionWithNotesProps) {
  const id = useId();
  const fault = useFault(path, condition);
  return (
    <>
      <div className="condition-body">
        <FaultScope id={id} fault={fault}>
          {children}
        </FaultScope>
      </div>
      <ConditionNotes path={path} condition={condition} fault={fault} faultId={id} />
    </>
  );
}

function ConditionEditor({ condition, path }: { condition: Condition; path: ConditionPath }) {
  const { edit } = useBuilder();
  const target = useTarget();
  const onChange = (next: Condition, step?: string, say = '') =>
    edit((question) => replaceCondition(question, path, next), {
      ...(step ? { step: `${path} ${step}` } : {}),
      say,
    });
  if (isGroup(condition)) return <ConditionGroup group={condition} path={path} />;
  if (condition.kind === 'not') {
    return (
      <ConditionRow condition={condition} path={path} index={0} connector={fr.question.except} />
    );
  }
  if (condition.kind === 'measure') {
    return <MeasureEditor layer={target} condition={condition} onChange={onChange} />;
  }
  if (isRelation(condition)) {
    return (
      <RelationEditor condition={condition} path={path} onChange={onChange}>
        {(layer) => <RelatedConditions condition={condition} layer={layer} path={path} />}
      </RelationEditor>
    );
  }
  return <AttributeEditor layer={target} condition={condition} onChange={onChange} />;
}

interface RelatedConditionsProps {
  condition: RelationCondition;
  layer: Layer;
  path: ConditionPath;
}

/** The conditions on the features of the layer that a relation is to; they must all hold. */
function RelatedConditions({ condition, layer, path }: RelatedConditionsProps) {
  const where = 'shape' in condition ? [] : (condition.where ?? []);
  return (
    <TargetContext value={layer}>
      <div className="related">
        {where.length > 1 && <p className="quiet">{words.related.whichMeet}</p>}
        <ol className="conditions">
          {where.map((child, index) => (
            <ConditionRow
              key={relatedPath(path, index)}
              condition={child}
              path={relatedPath(path, index)}
              index={index}
              connector={index > 0 ? fr.question.and : null}
            />
          ))}
        </ol>
        <AddCondition
          path={path}
          end={relatedPath(path, where.length)}
          isOpen={false}
          label={words.search.toRelated[layer.gender]}
        />
      </div>
    </TargetContext>
  );
}
