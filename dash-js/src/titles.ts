// What failures are called. Pure.
import type { LayoutNode } from './node';
import type { Job } from './schedule';

export function titleOf({ instance, footprint, changed }: Job): string {
  const outputs = instance.callback.outputs.length === 0 ? [] : footprint.outputs;
  if (outputs.length > 0) return `${outputs.join(', ')} could not be updated`;
  return changed.size > 0 ? `The callback of ${[...changed].join(', ')} failed` : 'A callback failed';
}

/** As Dash says it: people and tests look for these words. */
export function titleLikeDash(job: Job): string {
  const { clientside } = job.instance.callback;
  const title = `Callback error ${placeOf(job)}`;
  return clientside === undefined ? title : `${title} via clientside function ${clientside.namespace}.${clientside.name}`;
}

function placeOf({ instance: { callback }, footprint, changed }: Job): string {
  if (callback.outputs.length === 0) return `with no output from input ${[...changed].join(', ')}`;
  return `updating ${footprint.outputs.length === 0 ? callback.name : footprint.outputs.join(', ')}`;
}

export const titleOfError = ({ component, stringId }: LayoutNode): string => `${stringId ?? component.type} reports an error`;
