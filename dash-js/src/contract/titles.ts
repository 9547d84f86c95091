// What failures of callbacks are called on a page of another server: in Dash's words.
import type { Failure, Outcome } from '../api';
import type { MissingComponent } from '../body';
import { stringifyId } from '../ids';
import type { LayoutNode } from '../node';
import type { Notice } from '../notices';
import type { Job } from '../schedule';
import type { Store } from '../store';

/** As Dash says it: people and tests look for these words. */
export function titleLikeDash(job: Job, { missing }: Failure, { nodes }: Pick<Store, 'nodes'>): string {
  if (missing !== undefined) return missing.isTwice ? titleOfTwice(missing) : titleOfMissing(missing, nodes());
  const { clientside } = job.instance.callback;
  const title = `Callback error ${placeOf(job)}`;
  return clientside === undefined ? title : `${title} via clientside function ${clientside.namespace}.${clientside.name}`;
}

/** A request without an answer: the page waits for the server, dev tools are to name it all the same. */
export const silenceOf = ({ instance: { key, callback } }: Job, { kind }: Outcome): Notice | undefined =>
  kind === 'unreachable'
    ? { key, title: NO_ANSWER, message: 'It is asked again once the server is back.', chain: [], callback: callback.label }
    : undefined;

const NO_ANSWER = 'Callback failed: the server did not respond.';

function titleOfMissing({ kind, target: { id, property } }: MissingComponent, nodes: readonly LayoutNode[]): string {
  const isPlain = typeof id === 'string';
  const known = nodes.map((node) => node.id).filter((known) => typeof known === 'string');
  const title = `A nonexistent object was used in an \`${kind}\` of a Dash callback. The id of this object is ${isPlain ? `\`${id}\`` : stringifyId(id)} and the property is \`${property}\`.`;
  return isPlain ? `${title} The string ids in the current layout are: [${known.join(', ')}]` : title;
}

const titleOfTwice = ({ kind, target: { id, property } }: MissingComponent): string =>
  `Multiple objects were found for an \`${kind}\` of a callback that only takes one value. The id spec is ${stringifyId(id)} and the property is \`${property}\`.`;

function placeOf({ instance: { callback }, footprint, changed }: Job): string {
  if (callback.outputs.length === 0) return `with no output from input ${[...changed].join(', ')}`;
  return `updating ${footprint.outputs.length === 0 ? callback.name : footprint.outputs.join(', ')}`;
}
