// The component `Link`.
export { Link } from './Link';
