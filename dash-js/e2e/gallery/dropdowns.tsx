// Dropdowns in every state.
import { Dropdown } from '../../src/components/dcc/Dropdown';
import { Columns, Show } from './Show';

const REGIONS = ['North', 'South', 'East', 'West', 'Central'];
const LONG = ['The north-eastern sales region including all overseas departments and special territories', 'Short'];
const MANY = Array.from({ length: 5000 }, (_, i) => `Customer ${i + 1}`);
const MIXED = [{ label: 'Open', value: 1 }, { label: 'Closed for now', value: 2, disabled: true }, { label: <b>Bold label</b>, value: 3, search: 'bold' }];

export const part = (
  <>
    <h1>Dropdown</h1>
    <Columns>
      <Show title="one value" of={Dropdown} props={{ id: 'one', options: REGIONS, value: 'North' }} />
      <Show title="nothing chosen" of={Dropdown} props={{ id: 'none', options: REGIONS, placeholder: 'Choose a region' }} />
      <Show title="several values" of={Dropdown} props={{ id: 'several', options: REGIONS, value: ['North', 'West', 'East'], multi: true }} />
      <Show title="all values" of={Dropdown} props={{ id: 'all', options: REGIONS, value: REGIONS, multi: true }} />
      <Show title="not clearable" of={Dropdown} props={{ id: 'fixed', options: REGIONS, value: 'East', clearable: false }} />
      <Show title="disabled" of={Dropdown} props={{ id: 'off', options: REGIONS, value: 'East', disabled: true }} />
      <Show title="disabled, several" of={Dropdown} props={{ id: 'off-several', options: REGIONS, value: ['East', 'West'], multi: true, disabled: true }} />
      <Show title="long labels" of={Dropdown} props={{ id: 'long', options: LONG, value: LONG[0] ?? null }} />
      <Show title="5,000 options" of={Dropdown} props={{ id: 'many', options: MANY, value: 'Customer 2500' }} />
      <Show title="disabled option, component as label" of={Dropdown} props={{ id: 'mixed', options: MIXED, value: 3 }} />
      <Show title="no options" of={Dropdown} props={{ id: 'empty', options: [], placeholder: 'Nothing to choose' }} />
      <Show title="without search: the browser's own" of={Dropdown} props={{ id: 'native', options: REGIONS, value: 'South', searchable: false }} />
      <Show title="several without search" of={Dropdown} props={{ id: 'unsearchable', options: REGIONS, value: ['South'], searchable: false, multi: true }} />
      <Show title="loading" of={Dropdown} props={{ id: 'busy', options: REGIONS, value: 'South' }} isLoading />
    </Columns>
  </>
);
