// Boxes of which one can be chosen.
import { ChoiceList } from '../shared/ChoiceList';
import { classes } from '../shared/classes';
import type { RadioItemsProps } from './RadioItems.types';

export function RadioItems({ value, ...props }: RadioItemsProps) {
  return (
    <ChoiceList
      {...props}
      className={classes('dash-radioitems', props.className) ?? ''}
      box="radio"
      isChosen={(option) => option === value}
      onChoose={(chosen) => props.setProps({ value: chosen })}
    />
  );
}

RadioItems.isSilent = () => true;
