// The component `Location`.
export { Location } from './Location';
