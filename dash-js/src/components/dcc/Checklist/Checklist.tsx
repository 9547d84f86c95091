// Boxes of which any number can be ticked.
import { ChoiceList } from '../shared/ChoiceList';
import { classes } from '../shared/classes';
import type { OptionValue } from '../shared/options';
import type { ChecklistProps } from './Checklist.types';

export function Checklist({ value, ...props }: ChecklistProps) {
  const chosen = value ?? [];
  const toggle = (changed: OptionValue) =>
    props.setProps({
      value: chosen.includes(changed) ? chosen.filter((kept) => kept !== changed) : [...chosen, changed],
    });

  return (
    <ChoiceList
      {...props}
      className={classes('dash-checklist', props.className) ?? ''}
      box="checkbox"
      isChosen={(option) => chosen.includes(option)}
      onChoose={toggle}
    />
  );
}

Checklist.isSilent = () => true;
