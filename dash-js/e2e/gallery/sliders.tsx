// Sliders in every state.
import { RangeSlider } from '../../src/components/dcc/RangeSlider';
import { Slider } from '../../src/components/dcc/Slider';
import { Columns, Show } from './Show';

const YEARS = Object.fromEntries([1952, 1962, 1972, 1982, 1992, 2002, 2007].map((year) => [year, String(year)]));
const LOADS = { 0: 'nothing at all', 3: { label: 'little', style: { color: 'var(--Dash-Fill-Error)' } }, 7: 'a lot', 10: 'everything there is' };

export const part = (
  <>
    <h1>Slider and RangeSlider</h1>
    <Columns>
      <Show title="default" of={Slider} props={{ id: 'slider', min: 0, max: 20, value: 8 }} />
      <Show title="without a value" of={Slider} props={{ id: 'slider-empty', min: 0, max: 1 }} />
      <Show title="steps with dots" of={Slider} props={{ id: 'slider-dots', min: 0, max: 10, step: 1, dots: true, value: 4 }} />
      <Show title="marks only" of={Slider} props={{ id: 'slider-marks', min: 1952, max: 2007, step: null, marks: YEARS, value: 1972 }} />
      <Show title="long marks" of={Slider} props={{ id: 'slider-long', min: 0, max: 10, marks: LOADS, value: 7 }} />
      <Show title="no marks" of={Slider} props={{ id: 'slider-none', min: 0, max: 100, marks: null, value: 30 }} />
      <Show title="large numbers" of={Slider} props={{ id: 'slider-large', min: 0, max: 2_500_000, step: 1000, value: 400_000 }} />
      <Show title="fractions" of={Slider} props={{ id: 'slider-small', min: -0.5, max: 0.5, value: 0.1 }} />
      <Show title="tooltip always" of={Slider} props={{ id: 'slider-tip', min: 0, max: 100, value: 65, tooltip: { always_visible: true, template: '{value} %' } }} />
      <Show title="tooltip below" of={Slider} props={{ id: 'slider-below', min: 0, max: 100, value: 65, marks: null, tooltip: { always_visible: true, placement: 'bottom' } }} />
      <Show title="disabled" of={Slider} props={{ id: 'slider-off', min: 0, max: 10, value: 3, disabled: true }} />
      <Show title="reversed" of={Slider} props={{ id: 'slider-reverse', min: 0, max: 10, value: 3, reverse: true }} />
      <Show title="without field" of={Slider} props={{ id: 'slider-bare', min: 0, max: 10, value: 3, allow_direct_input: false }} />
      <Show title="range" of={RangeSlider} props={{ id: 'range', min: 0, max: 100, value: [20, 70] }} />
      <Show title="range, pushing" of={RangeSlider} props={{ id: 'range-push', min: 0, max: 100, value: [20, 40], pushable: 10 }} />
      <Show title="three ranges" of={RangeSlider} props={{ id: 'range-three', min: 0, max: 90, count: 3 }} />
      <Show title="not included" of={RangeSlider} props={{ id: 'range-excluded', min: 0, max: 10, value: [2, 6], included: false }} />
      <Show title="upright" of={Slider} props={{ id: 'slider-upright', min: 0, max: 100, value: 30, vertical: true, verticalHeight: 220 }} />
      <Show title="upright range, marks only" of={RangeSlider} props={{ id: 'range-upright', min: 0, max: 10, value: [3, 7], step: null, marks: LOADS, vertical: true, verticalHeight: 220 }} />
    </Columns>
  </>
);
