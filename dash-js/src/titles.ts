// What failures are called. Pure.
import type { LayoutNode } from './node';
import type { Job } from './schedule';

export function titleOf({ instance, footprint, changed }: Job): string {
  const outputs = instance.callback.outputs.length === 0 ? [] : footprint.outputs;
  if (outputs.length > 0) return `${outputs.join(', ')} could not be updated`;
  return changed.size > 0 ? `The callback of ${[...changed].join(', ')} failed` : 'A callback failed';
}

/** As Dash says it: people and tests look for these words. */
export function titleLikeDash({ instance: { callback }, footprint: { outputs } }: Job): string {
  const { name, clientside } = callback;
  const updating = `Callback error updating ${outputs.length === 0 ? name : outputs.join(', ')}`;
  return clientside === undefined ? updating : `${updating} via clientside function ${clientside.namespace}.${clientside.name}`;
}

export const titleOfError = ({ component, stringId }: LayoutNode): string => `${stringId ?? component.type} reports an error`;
