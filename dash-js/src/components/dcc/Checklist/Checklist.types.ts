// The props of `Checklist`.
import type { ChoiceProps } from '../shared/choice.types';
import type { OptionValue } from '../shared/options';

export interface ChecklistProps extends ChoiceProps {
  /** The values that are ticked, in the order they were. @default [] */
  value?: readonly OptionValue[] | null;
}
