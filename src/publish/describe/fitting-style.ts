import type { Field, LayerStyle } from '../../domain/layer.ts';

/**
 * A style without what the fields no longer allow: its classes go when their field is gone or, for ranges, is no longer a
 * number; its labels go when their field is gone. The symbol stays.
 */
export function fittingStyle(style: LayerStyle, fields: readonly Field[]): LayerStyle {
  const { field, classes, otherLabel, graduated, labelField, labelMinZoom, ...plain } = style;
  const classed = fields.find(({ name }) => name === field);
  const isRange = classed?.type === 'integer' || classed?.type === 'number';
  const keepsClasses = classed !== undefined && (!graduated || isRange);
  const keepsLabels = fields.some(({ name }) => name === labelField);
  return {
    ...plain,
    ...(keepsClasses && {
      field,
      ...(classes && { classes }),
      ...(otherLabel !== undefined && { otherLabel }),
      ...(graduated !== undefined && { graduated }),
    }),
    ...(keepsLabels && { labelField, ...(labelMinZoom !== undefined && { labelMinZoom }) }),
  };
}
