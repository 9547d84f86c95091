// The component `Interval`.
export { Interval } from './Interval';
