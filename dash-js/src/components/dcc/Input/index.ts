// The component `Input`.
export { Input } from './Input';
