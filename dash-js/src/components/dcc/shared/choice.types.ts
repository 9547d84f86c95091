// The props `Checklist` and `RadioItems` share.
import type { CSSProperties } from 'react';
import type { DashProps } from '../../types';
import type { LabelProps } from './label';
import type { Options } from './options';
import type { PersistenceProps } from './persistence.types';

export interface ChoiceProps extends DashProps, LabelProps, PersistenceProps {
  /** What can be chosen: values, options with a label, or a map from value to label. @default [] */
  options?: Options;
  /** Puts the options in one row instead of one below the other. @default false */
  inline?: boolean;
  /** Style of every box. */
  inputStyle?: CSSProperties;
  /** Class of every box. */
  inputClassName?: string;
  /** Style of every label. */
  labelStyle?: CSSProperties;
  /** Class of every label. */
  labelClassName?: string;
}
