import { createContext, type ReactNode, use, useContext, useMemo } from 'react';
import type { ErrorData } from '../../domain/errors.ts';
import type { Condition } from '../../domain/question.ts';
import type { Wanted } from '../../state/draft-gaps.ts';
import { type Fault, type FaultPart, NotesContext } from './builder-context.ts';
import { type ConditionPath, isGroup } from './condition-path.ts';

/** The part of a condition that wants something. */
export function partWanted(wanted: Wanted): FaultPart {
  if (wanted === 'group') return 'group';
  return wanted === 'shape' ? 'object' : 'value';
}

/** The part of a condition that an error of the check is about, by the end of its path; null of what is about no field. */
export function partOfError({ code, context }: ErrorData): FaultPart | null {
  if (code === 'network-missing') return 'kind';
  const path = typeof context.path === 'string' ? context.path : '';
  return (
    PARTS[
      path
        .replace(/\.\d+$/, '')
        .split('.')
        .at(-1) ?? ''
    ] ?? null
  );
}

const PARTS: Record<string, FaultPart> = {
  field: 'field',
  layer: 'object',
  shape: 'object',
  kind: 'kind',
  metres: 'value',
  minutes: 'value',
  minShare: 'value',
  value: 'value',
  values: 'value',
};

/** The fault that is said under the condition at `path`; `condition` is without its "sauf". */
export function useFault(path: ConditionPath, condition: Condition): Fault | undefined {
  const { faults } = use(NotesContext);
  const own = new RegExp(`^${path.replaceAll('.', '\\.')}(\\.condition)*$`);
  const isOwn = (at: ConditionPath) =>
    own.test(at) ||
    (!isGroup(condition) && at.startsWith(`${path}.`) && !INNER.test(at.slice(path.length)));
  return faults.find((candidate) => isOwn(candidate.path));
}

/** A path that leads on into conditions with rows of their own. */
const INNER = /\.(conditions|where)\.\d/;

interface FaultScopeProps {
  /** Id of what is said under the condition. */
  id: string;
  fault: Fault | undefined;
  children: ReactNode;
}

/** Ties the fields of a condition to what is said under it. */
export function FaultScope({ id, fault, children }: FaultScopeProps) {
  const part = fault?.part ?? null;
  const value = useMemo(() => (part ? { id, part } : null), [id, part]);
  return <FaultContext value={value}>{children}</FaultContext>;
}

const FaultContext = createContext<{ id: string; part: FaultPart } | null>(null);

/** Id of what is said of that part of the condition, for `aria-describedby`; undefined while nothing is. */
export function useFaultId(part: FaultPart): string | undefined {
  const fault = useContext(FaultContext);
  return fault?.part === part ? fault.id : undefined;
}

/** The attributes of a field of that part of the condition: that it is wrong, and where that is said. */
export function useFaultOf(part: FaultPart): {
  'aria-invalid'?: boolean;
  'aria-describedby'?: string;
} {
  const id = useFaultId(part);
  return id ? { 'aria-invalid': true, 'aria-describedby': id } : {};
}
