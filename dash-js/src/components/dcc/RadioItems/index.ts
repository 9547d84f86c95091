// The component `RadioItems`.
export { RadioItems } from './RadioItems';
