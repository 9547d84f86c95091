// The component `Store`.
export { Store } from './Store';
