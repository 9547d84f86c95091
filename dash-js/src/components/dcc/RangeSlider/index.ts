// The component `RangeSlider`.
export { RangeSlider } from './RangeSlider';
