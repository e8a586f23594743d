import { useEffect, useState } from 'react';
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
 * The values that may be chosen for a field: its official codes at once, else the distinct values of the layer, which
 * are read from its file.
 */
export function useFieldValues(layer: Layer, field: Field): FieldValues {
  const { fieldValues } = useEffects();
  const [read, setRead] = useState<FieldValues>(LOADING);
  const hasCodes = field.codes !== undefined;
  useEffect(() => {
    if (hasCodes) return;
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
  }, [fieldValues, layer.id, field.name, hasCodes]);
  if (!field.codes) return read;
  const isNumber = field.type === 'integer' || field.type === 'number';
  const options = Object.keys(field.codes).map((code) => ({
    value: isNumber ? Number(code) : code,
    count: null,
  }));
  return { options, isLoading: false, hasFailed: false };
}

const LOADING: FieldValues = { options: [], isLoading: true, hasFailed: false };
