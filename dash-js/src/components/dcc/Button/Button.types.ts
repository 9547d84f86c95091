// The props of `Button`.
import type { DashProps, WithChildren } from '../../types';
import type { LabelProps } from '../shared/label';
import type { PersistenceProps } from '../shared/persistence.types';

export interface ButtonProps extends DashProps, WithChildren, LabelProps, PersistenceProps {
  /** What a click does to the form around the button. @default "button" */
  type?: 'submit' | 'reset' | 'button' | null;
  /** Times the button was clicked. @default 0 */
  n_clicks?: number;
  /** When it was clicked last, in milliseconds since 1970. @default -1 */
  n_clicks_timestamp?: number;
  /** Times the button lost focus. @default 0 */
  n_blur?: number;
  /** When it lost focus last, in milliseconds since 1970. @default -1 */
  n_blur_timestamp?: number;
  /** Shown, but cannot be clicked. @default false */
  disabled?: boolean;
  /** Takes the focus when the page opens. @default false */
  autoFocus?: boolean;
  /** Key that activates the button together with the browser's modifier. */
  accessKey?: string;
  /** Whether the user may edit the text. @default false */
  contentEditable?: boolean | 'true' | 'false' | 'inherit';
  /** Direction of the text, `ltr` or `rtl`. */
  dir?: string;
  /** Whether the button can be dragged. @default false */
  draggable?: boolean;
  /** Takes the button out of the page. @default false */
  hidden?: boolean;
  /** Language of the text, such as `de`. */
  lang?: string;
  /** What the button is to assistive technology, where it is not a button. */
  role?: string;
  /** Whether the browser checks the spelling of editable text. */
  spellCheck?: boolean;
  /** Place in the order of the Tab key. */
  tabIndex?: number;
  /** Text shown while the pointer rests on the button. */
  title?: string;
  /** Id of the form the button belongs to. */
  form?: string;
  /** Where the form is sent. */
  formAction?: string;
  /** How the form is encoded. */
  formEncType?: string;
  /** HTTP method the form is sent with. */
  formMethod?: string;
  /** Sends the form without checking it. @default false */
  formNoValidate?: boolean;
  /** Window that shows the answer. */
  formTarget?: string;
  /** Name sent with the form. */
  name?: string;
  /** Value sent with the form. */
  value?: string | number | readonly string[];
}
