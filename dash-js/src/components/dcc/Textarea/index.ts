// The component `Textarea`.
export { Textarea } from './Textarea';
