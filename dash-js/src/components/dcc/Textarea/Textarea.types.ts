// The props of `Textarea`.
import type { DashProps } from '../../types';
import type { Flag } from '../shared/flags';
import type { LabelProps } from '../shared/label';
import type { PersistenceProps } from '../shared/persistence.types';

export interface TextareaProps extends DashProps, LabelProps, PersistenceProps {
  /** The text; reported at every change. */
  value?: string | null;
  /** Hint shown while the text is empty. */
  placeholder?: string;
  /** Height in lines of text. */
  rows?: number;
  /** Width in characters. */
  cols?: number;
  /** Shown, but cannot be edited or focused. @default false */
  disabled?: Flag<'disabled'>;
  /** Can be focused and copied, but not edited. @default false */
  readOnly?: Flag<'readOnly'>;
  /** Must be filled in before a form is sent. @default false */
  required?: Flag<'required'>;
  /** Takes the focus when the page opens. @default false */
  autoFocus?: Flag<'autoFocus'>;
  /** Most characters the user may enter. */
  maxLength?: number;
  /** Fewest characters a form accepts. */
  minLength?: number;
  /** How lines are broken when a form is sent: `hard` or `soft`. @default "soft" */
  wrap?: string;
  /** Id of the form the field belongs to. */
  form?: string;
  /** Name sent with the form. */
  name?: string;
  /** Key that focuses the field together with the browser's modifier. */
  accessKey?: string;
  /** Has no effect of its own on a field. @default false */
  contentEditable?: boolean | 'true' | 'false' | 'inherit';
  /** Id of a context menu; browsers have dropped it. */
  contextMenu?: string;
  /** Direction of the text, `ltr` or `rtl`. */
  dir?: string;
  /** Whether the field can be dragged. @default false */
  draggable?: boolean;
  /** Takes the field out of the page. @default false */
  hidden?: Flag<'hidden'>;
  /** Language of the text, such as `de`. */
  lang?: string;
  /** Whether the browser checks the spelling. */
  spellCheck?: boolean;
  /** Place in the order of the Tab key. */
  tabIndex?: number;
  /** Text shown while the pointer rests on the field. */
  title?: string;
  /** Times the field lost focus. @default 0 */
  n_blur?: number;
  /** When it lost focus last, in milliseconds since 1970. @default -1 */
  n_blur_timestamp?: number;
  /** Times the field was clicked. @default 0 */
  n_clicks?: number;
  /** When it was clicked last, in milliseconds since 1970. @default -1 */
  n_clicks_timestamp?: number;
}
