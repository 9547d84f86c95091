// What failures are called. Pure.
import type { LayoutNode } from './node';
import type { Job } from './schedule';

export function titleOf({ instance, footprint, changed }: Job): string {
  const outputs = instance.callback.outputs.length === 0 ? [] : footprint.outputs;
  if (outputs.length > 0) return `${outputs.join(', ')} could not be updated`;
  return changed.size > 0 ? `The callback of ${[...changed].join(', ')} failed` : 'A callback failed';
}

export const titleOfError = ({ component, stringId }: LayoutNode): string => `${stringId ?? component.type} reports an error`;
