// The props of `RadioItems`.
import type { ChoiceProps } from '../shared/choice.types';
import type { OptionValue } from '../shared/options';

export interface RadioItemsProps extends ChoiceProps {
  /** The value that is chosen; none when it is absent or not among the options. */
  value?: OptionValue | null;
}
