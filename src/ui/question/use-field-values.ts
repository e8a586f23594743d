import { useEffect, useMemo, useState } from 'react';
import type { Field, Layer } from '../../domain/layer.ts';
import type { Scalar } from '../../domain/question.ts';
import { useEffects } from '../app-context.tsx';

/** One value that may be chosen; `count` is how many features have it, null when it was not counted. */
export interface ValueOption {
  value: Scalar;
  count: number | null;
}

/** The values of a field, and how their reading stands. */
export interface FieldValues {
  options: ValueOption[];
  isLoading: boolean;
  hasFailed: boolean;
}

/**
 * The values that may be chosen for a field, with how many features have each: its official codes at once, their counts when the
 * layer was read; else the distinct values of the layer.
 */
export function useFieldValues(layer: Layer, field: Field): FieldValues {
  const { fieldValues } = useEffects();
  const [read, setRead] = useState<FieldValues>(LOADING);
  useEffect(() => {
    let isGone = false;
    setRead(LOADING);
    fieldValues(layer.id, field.name).then(
      (values) => {
        const options = values.flatMap(({ value, count }) =>
          value === null ? [] : [{ value, count }],
        );
        if (!isGone) setRead({ options, isLoading: false, hasFailed: false });
      },
      () => {
        if (!isGone) setRead({ options: [], isLoading: false, hasFailed: true });
      },
    );
    return () => {
      isGone = true;
    };
  }, [fieldValues, layer.id, field.name]);
  return useMemo(() => (field.codes ? withCodes(field, read) : read), [field, read]);
}

/** The official codes with what was counted; then the values that the standard does not know. */
function withCodes(field: Field, read: FieldValues): FieldValues {
  const counts = new Map(read.options.map(({ value, count }) => [String(value), count]));
  const isNumber = field.type === 'integer' || field.type === 'number';
  const isCounted = !read.isLoading && !read.hasFailed;
  const codes = Object.keys(field.codes ?? {});
  const options = codes.map((code) => ({
    value: isNumber ? Number(code) : code,
    count: counts.get(code) ?? (isCounted ? 0 : null),
  }));
  const others = read.options.filter(({ value }) => !codes.includes(String(value)));
  return { options: [...options, ...others], isLoading: false, hasFailed: false };
}

const LOADING: FieldValues = { options: [], isLoading: true, hasFailed: false };
