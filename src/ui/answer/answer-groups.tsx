import type { Answer, AnswerGroup } from '../../domain/answer.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import { fieldInSentence } from '../strings/attribute-clause.ts';
import { formatArea, formatLength, formatNumber, formatValue } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';

/** How many features of the answer have each value of the field it is counted by, most first. */
export function AnswerGroups({ answer, target }: { answer: Answer; target: Layer }) {
  const field = target.fields.find(({ name }) => name === answer.question.groupBy);
  if (!field || answer.groups.length === 0) return null;
  const hasTotal = target.geometry !== 'point';
  return (
    <table className="groups">
      <caption>{fr.answer.groups(fieldInSentence(field).bare)}</caption>
      <thead>
        <tr>
          <th scope="col">{field.label}</th>
          <th scope="col">{fr.answer.groupCount}</th>
          {hasTotal && <th scope="col">{fr.answer.groupTotal[target.geometry]}</th>}
        </tr>
      </thead>
      <tbody>
        {answer.groups.map((group) => (
          <tr key={String(group.value)}>
            <th scope="row">{groupLabel(group, field)}</th>
            <td>{formatNumber(group.count, 0)}</td>
            {hasTotal && <td>{formatTotal(group.total, target)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function groupLabel({ value }: AnswerGroup, field: Field): string {
  return value === null ? fr.answer.notFilled : formatValue(value, field);
}

function formatTotal(total: number, target: Layer): string {
  return target.geometry === 'polygon' ? formatArea(total) : formatLength(total);
}
