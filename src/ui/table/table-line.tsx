import { ChevronDown, ChevronRight, CircleHelp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { ViewGroup } from '../../domain/answer-view.ts';
import type { Value } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { useAppState } from '../app-context.tsx';
import { answerView } from '../strings/answer-view.ts';
import type { ShownColumn } from './table-model.ts';
import type { GridCell } from './use-grid-focus.ts';

interface LineProps {
  index: number;
  top: number;
  template: string;
  columns: ShownColumn[];
  target: Layer;
  /** The cell that Tab stops at. */
  cell: GridCell;
  onFocusCell: (cell: GridCell) => void;
}

interface RowLineProps extends LineProps {
  /** Null while it is being read. */
  row: Value[] | null;
  names: string[];
  onOpen: (key: string) => void;
  onWhy: (key: string) => void;
}

/** A feature: a press opens it on the map, its first button explains it. */
export function RowLine(props: RowLineProps) {
  const { index, top, template, columns, target, row, names, onOpen, onWhy } = props;
  const key = row ? String(row[names.indexOf(target.key)] ?? '') : '';
  const isSelected = useAppState(
    ({ selection }) => key !== '' && selection?.layer === target.id && selection.key === key,
  );
  const open = () => key !== '' && onOpen(key);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="table-row"
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={open}
    >
      <td className="table-lead">
        <button
          type="button"
          className="icon-button"
          disabled={key === ''}
          aria-label={answerView.why}
          title={answerView.why}
          {...cellProps(props, 0)}
          onClick={(event) => {
            event.stopPropagation();
            onWhy(key);
          }}
        >
          <CircleHelp size={16} aria-hidden="true" />
        </button>
      </td>
      {columns.map((column, i) => (
        <td
          key={column.name}
          data-number={column.isNumber}
          {...cellProps(props, i + 1)}
          onKeyDown={(event) => onEnter(event, open)}
        >
          {row ? column.format(row[names.indexOf(column.name)] ?? null) : '…'}
        </td>
      ))}
    </tr>
  );
}

interface GroupLineProps extends LineProps {
  group: ViewGroup;
  /** The column that the table is grouped by, shown or hidden. */
  format: (value: Value) => string;
  /** Names of the columns whose sums the group has, in its order. */
  sums: string[];
  isOpen: boolean;
  onToggle: (value: Value) => void;
}

/** The head of a group: its value, how many it holds, and its sums under their columns. */
export function GroupLine(props: GroupLineProps) {
  const { index, top, template, columns, target, group, format, sums, isOpen, onToggle } = props;
  const isEmpty = group.value === null || group.value === '';
  const label = isEmpty ? answerView.empty : format(group.value);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const toggle = () => onToggle(group.value);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-expanded={isOpen}
      className="table-row table-group"
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={toggle}
    >
      <th
        scope="row"
        className="group-name"
        {...cellProps(props, 0)}
        onKeyDown={(event) => onEnter(event, toggle)}
      >
        <Chevron size={16} aria-hidden="true" />
        <span>{label}</span>
        <span className="quiet">{answerView.groupCount(group.count, target.noun)}</span>
      </th>
      {columns.slice(1).map((column, i) => {
        const at = sums.indexOf(column.name);
        return (
          <td key={column.name} data-number={column.isNumber} {...cellProps(props, i + 2)}>
            {at < 0 ? '' : column.format(group.sums[at] ?? null)}
          </td>
        );
      })}
    </tr>
  );
}

function cellProps({ index, cell, onFocusCell }: LineProps, column: number) {
  return {
    'data-cell': `${index}:${column}`,
    tabIndex: cell.line === index && cell.column === column ? 0 : -1,
    onFocus: () => onFocusCell({ line: index, column }),
  };
}

function onEnter(event: KeyboardEvent, act: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
}
