// The props of `Input`.
import type { DashProps } from '../../types';
import type { Flag } from '../shared/flags';
import type { LabelProps } from '../shared/label';
import type { PersistenceProps } from '../shared/persistence.types';

export type InputType = 'text' | 'number' | 'password' | 'email' | 'range' | 'search' | 'tel' | 'url' | 'hidden';

export interface InputProps extends DashProps, LabelProps, PersistenceProps {
  /** Text, or with `type="number"` a number; null when what was entered is no number the field allows. */
  value?: string | number | null;
  /** What is entered. @default "text" */
  type?: InputType | null;
  /**
   * When a change is reported: at every key (false), at Enter and when the focus leaves (true),
   * or once the user has paused for this many seconds. @default false
   */
  debounce?: boolean | number;
  /** Hint shown while the field is empty. */
  placeholder?: string | number;
  /** Least value, with `type="number"` or `"range"`. */
  min?: string | number | null;
  /** Greatest value, with `type="number"` or `"range"`. */
  max?: string | number | null;
  /** Distance between allowed values, counted from `min`; `any` allows all. @default "any" */
  step?: string | number | null;
  /** Fewest characters a form accepts. */
  minLength?: string | number;
  /** Most characters the user may enter. */
  maxLength?: string | number;
  /** Regular expression the whole text must match. */
  pattern?: string;
  /** Kind of keyboard a phone shows. @default "verbatim" */
  inputMode?: string | null;
  /** Whether, and with what, the browser completes the text. @default "off" */
  autoComplete?: string;
  /** Can be focused and copied, but not edited. @default false */
  readOnly?: Flag<'readOnly'>;
  /** Must be filled in before a form is sent. @default false */
  required?: Flag<'required'>;
  /** Takes the focus when the page opens. @default false */
  autoFocus?: Flag<'autoFocus'>;
  /** Shown, but cannot be edited or focused. @default false */
  disabled?: Flag<'disabled'>;
  /** Id of a `datalist` with suggestions. */
  list?: string;
  /** Allows several addresses, with `type="email"`. @default false */
  multiple?: boolean;
  /** Whether the browser checks the spelling. */
  spellCheck?: boolean | 'true' | 'false';
  /** Name sent with the form. */
  name?: string;
  /** Width in characters. */
  size?: string | number;
  /** First selected character, counted from 0. */
  selectionStart?: string | number;
  /** Character after the last selected one, counted from 0. */
  selectionEnd?: string | number;
  /** Direction of the selection: `forward`, `backward` or `none`. */
  selectionDirection?: string;
  /** Times Enter was pressed in the field. @default 0 */
  n_submit?: number;
  /** When it was pressed last, in milliseconds since 1970. @default -1 */
  n_submit_timestamp?: number;
  /** Times the field lost focus. @default 0 */
  n_blur?: number;
  /** When it lost focus last, in milliseconds since 1970. @default -1 */
  n_blur_timestamp?: number;
}
