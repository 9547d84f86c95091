// The simple inputs.
import { Button } from '../../src/components/dcc/Button';
import { Checklist } from '../../src/components/dcc/Checklist';
import { Input } from '../../src/components/dcc/Input';
import { RadioItems } from '../../src/components/dcc/RadioItems';
import { Textarea } from '../../src/components/dcc/Textarea';
import { Columns, Show } from './Show';

const CITIES = ['Berlin', 'Lisbon', { label: 'Atlantis', value: 'atlantis', disabled: true, title: 'Gone' }];
const LONG = 'A label that is much longer than the others and has to wrap on to a second line when the column is narrow';

export const part = (
  <>
    <h1>Controls</h1>
    <h2>Button</h2>
    <Columns>
      <Show title="default" of={Button} props={{ children: 'Update' }} />
      <Show title="disabled" of={Button} props={{ children: 'Update', disabled: true }} />
      <Show title="long" of={Button} props={{ children: 'Recalculate every forecast of the last five years now' }} />
    </Columns>
    <h2>Input</h2>
    <Columns>
      <Show title="empty, with placeholder" of={Input} props={{ id: 'input-empty', placeholder: 'Search products' }} />
      <Show title="text" of={Input} props={{ id: 'input-text', value: 'Some text' }} />
      <Show title="disabled" of={Input} props={{ id: 'input-disabled', value: 'Some text', disabled: true }} />
      <Show title="read only" of={Input} props={{ id: 'input-read-only', value: 'Some text', readOnly: true }} />
      <Show title="long" of={Input} props={{ id: 'input-long', value: 'text that goes on and on and does not fit into its field at all' }} />
      <Show title="password" of={Input} props={{ id: 'input-password', type: 'password', value: 'secret' }} />
      <Show title="search" of={Input} props={{ id: 'input-search', type: 'search', value: 'rust' }} />
      <Show title="mail, invalid" of={Input} props={{ id: 'input-mail', type: 'email', value: 'nobody' }} />
      <Show title="number" of={Input} props={{ id: 'input-number', type: 'number', value: 42 }} />
      <Show title="number at its limit" of={Input} props={{ id: 'input-limit', type: 'number', value: 10, max: 10, min: 0 }} />
      <Show title="number, disabled" of={Input} props={{ id: 'input-number-off', type: 'number', value: 10, disabled: true }} />
      <Show title="range" of={Input} props={{ id: 'input-range', type: 'range', value: 30, min: 0, max: 100 }} />
    </Columns>
    <h2>Textarea</h2>
    <Columns>
      <Show title="empty" of={Textarea} props={{ id: 'area-empty', placeholder: 'Your notes' }} />
      <Show title="text" of={Textarea} props={{ id: 'area-text', value: 'Several\nlines', rows: 3 }} />
      <Show title="disabled" of={Textarea} props={{ id: 'area-off', value: 'Fixed', disabled: true }} />
    </Columns>
    <h2>Checklist and RadioItems</h2>
    <Columns>
      <Show title="checklist" of={Checklist} props={{ id: 'check', options: CITIES, value: ['Lisbon'] }} />
      <Show title="inline" of={Checklist} props={{ id: 'check-inline', options: CITIES, value: ['Berlin'], inline: true }} />
      <Show title="long labels" of={Checklist} props={{ id: 'check-long', options: [LONG, 'short'], value: [LONG] }} />
      <Show title="radio" of={RadioItems} props={{ id: 'radio', options: CITIES, value: 'Berlin' }} />
      <Show title="inline" of={RadioItems} props={{ id: 'radio-inline', options: CITIES, value: 'Lisbon', inline: true }} />
      <Show title="no options" of={RadioItems} props={{ id: 'radio-empty', options: [] }} />
    </Columns>
  </>
);
