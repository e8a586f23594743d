import type { PlanExtra } from '../../plan/draw/draw-extras.ts';
import type { PlanFrame } from '../../plan/plan.ts';
import type { PrintRequest } from '../print-request.ts';

/** What the picture of a plan is made of, and all that its thread is asked. Plain data: it crosses to the worker. */
export interface PictureRequest extends Pick<PrintRequest, 'territory' | 'layers'> {
  frame: PlanFrame;
  extras: PlanExtra[];
  baseUrl: string;
}
