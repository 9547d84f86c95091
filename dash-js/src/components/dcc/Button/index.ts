// The component `Button`.
export { Button } from './Button';
