// The component `Checklist`.
export { Checklist } from './Checklist';
