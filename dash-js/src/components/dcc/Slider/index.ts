// The component `Slider`.
export { Slider } from './Slider';
