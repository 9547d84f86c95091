// The component `Dropdown`.
export { Dropdown } from './Dropdown';
