// What is wrong with the callbacks by themselves. With any of it they must not run. Pure.
import { checkItems } from './items';
import { checkWildcards, createOutputCheck } from './outputs';
import { type Mistake, nameOf, readSpecs, type Spec } from './spec';

export function checkDependencies(dependencies: unknown): readonly Mistake[] {
  const checkOutputs = createOutputCheck();
  return readSpecs(dependencies).flatMap((spec) =>
    [...checkItems(spec), ...checkOutputs(spec), ...checkWildcards(spec)].map((mistake) => inCallback(spec, mistake)),
  );
}

const inCallback = ({ outputs }: Spec, { title, lines }: Mistake): Mistake => ({
  title,
  lines: ['In the callback for output(s):', ...outputs.map((output) => `  ${nameOf(output)}`), ...lines],
});
