//! Pages of dash-mantine-components.

use dash::prelude::*;
use serde_json::json;

use crate::suites::mantine as dmc;

view! {
    Mantine => <dmc::MantineProvider>
        <dmc::Button id=button>"Count"</dmc::Button>
        <dmc::Text id=clicks>""</dmc::Text>
        <dmc::TextInput id=typed label="Name" value="" debounce=false/>
        <P id=said/>
        <dmc::NumberInput id=number value=1 debounce=false/>
        <P id=doubled/>
        <dmc::Select id=select data={["React", "Vue"]} value="React"/>
        <P id=selected/>
        <dmc::Checkbox id=checkbox label="Agree" checked=false/>
        <P id=checked/>
        <dmc::Switch id=switch label="On" checked=false/>
        <P id=switched/>
        <dmc::SegmentedControl id=segments data={["day", "week"]} value="day"/>
        <P id=segment/>
        <dmc::Tabs id=tabs value="one">
            <dmc::TabsList>
                <dmc::TabsTab value="one">"One"</dmc::TabsTab>
                <dmc::TabsTab value="two">"Two"</dmc::TabsTab>
            </dmc::TabsList>
            <dmc::TabsPanel value="one">"Panel one"</dmc::TabsPanel>
            <dmc::TabsPanel value="two">"Panel two"</dmc::TabsPanel>
        </dmc::Tabs>
        <P id=tab/>
        <dmc::Accordion id=accordion value="a">
            <dmc::AccordionItem value="a">
                <dmc::AccordionControl>"Part A"</dmc::AccordionControl>
                <dmc::AccordionPanel>"Text of A"</dmc::AccordionPanel>
            </dmc::AccordionItem>
            <dmc::AccordionItem value="b">
                <dmc::AccordionControl>"Part B"</dmc::AccordionControl>
                <dmc::AccordionPanel>"Text of B"</dmc::AccordionPanel>
            </dmc::AccordionItem>
        </dmc::Accordion>
        <P id=part/>
        <dmc::Slider id=slider value=20 min=0 max=100 step=10 updatemode={dmc::Updatemode::Drag}/>
        <P id=slid/>
        <dmc::ChipGroup id=chips value="x">
            <dmc::Chip value="x">"Chip X"</dmc::Chip>
            <dmc::Chip value="y">"Chip Y"</dmc::Chip>
        </dmc::ChipGroup>
        <P id=chip/>
        <dmc::Pagination id=pages total=5 value=1/>
        <P id=page/>
        <dmc::Menu>
            <dmc::MenuTarget><dmc::Button id=menu>"Menu"</dmc::Button></dmc::MenuTarget>
            <dmc::MenuDropdown><dmc::MenuItem id=item n_clicks=0>"Item"</dmc::MenuItem></dmc::MenuDropdown>
        </dmc::Menu>
        <P id=chosen/>
        <html::Button id=ask>"Ask"</html::Button>
        <dmc::Modal id=modal opened=false title="Really?">"In the modal"</dmc::Modal>
        <P id=asked/>
        <dmc::Stepper id=stepper active=0>
            <dmc::StepperStep label="First">"Step one"</dmc::StepperStep>
            <dmc::StepperStep label="Second">"Step two"</dmc::StepperStep>
        </dmc::Stepper>
        <dmc::BarChart
            id=chart h=120 w=300 data_key="month"
            data={json!([{"month": "January", "sales": 3}, {"month": "May", "sales": 2}])}
            series={json!([{"name": "sales", "color": "blue"}])}
        />
    </dmc::MantineProvider>
}

#[callback(
    output(Mantine::clicks.children, Mantine::stepper.active),
    input(Mantine::button.n_clicks)
)]
fn count(clicks: u64) -> (String, f64) {
    (format!("clicked {clicks}"), if clicks > 0 { 1.0 } else { 0.0 })
}

#[callback(output(Mantine::said.children), input(Mantine::typed.value))]
fn say(text: Option<String>) -> String {
    format!("said {}", text.unwrap_or_default())
}

#[callback(output(Mantine::doubled.children), input(Mantine::number.value))]
fn double(Json(number): Json<Option<f64>>) -> String {
    number.map_or("none".to_owned(), |number| format!("doubled {}", number * 2.0))
}

#[callback(output(Mantine::selected.children), input(Mantine::select.value))]
fn select(value: Option<String>) -> String {
    format!("selected {}", value.unwrap_or("nothing".to_owned()))
}

#[callback(output(Mantine::checked.children), input(Mantine::checkbox.checked))]
fn check(checked: Option<bool>) -> &'static str {
    if checked == Some(true) { "agreed" } else { "not agreed" }
}

#[callback(output(Mantine::switched.children), input(Mantine::switch.checked))]
fn switch(checked: Option<bool>) -> &'static str {
    if checked == Some(true) { "on" } else { "off" }
}

#[callback(output(Mantine::segment.children), input(Mantine::segments.value))]
fn segment(value: Option<String>) -> String {
    format!("segment {}", value.unwrap_or_default())
}

#[callback(output(Mantine::tab.children), input(Mantine::tabs.value))]
fn turn(value: Option<String>) -> String {
    format!("tab {}", value.unwrap_or_default())
}

#[callback(output(Mantine::part.children), input(Mantine::accordion.value))]
fn unfold(Json(value): Json<Option<String>>) -> String {
    format!("part {}", value.unwrap_or("none".to_owned()))
}

#[callback(output(Mantine::slid.children), input(Mantine::slider.value))]
fn slide(value: Option<f64>) -> String {
    format!("at {}", value.unwrap_or_default())
}

#[callback(output(Mantine::chip.children), input(Mantine::chips.value))]
fn chip(Json(value): Json<Option<String>>) -> String {
    format!("chip {}", value.unwrap_or("none".to_owned()))
}

#[callback(output(Mantine::page.children), input(Mantine::pages.value))]
fn leaf(page: Option<f64>) -> String {
    format!("page {}", page.unwrap_or_default())
}

#[callback(output(Mantine::chosen.children), input(Mantine::item.n_clicks))]
fn choose(clicks: u64) -> String {
    format!("item {clicks}")
}

#[callback(output(Mantine::modal.opened), input(Mantine::ask.n_clicks), prevent_initial_call)]
fn ask(_clicks: u64) -> bool {
    true
}

#[callback(output(Mantine::asked.children), input(Mantine::modal.opened))]
fn answer(opened: bool) -> &'static str {
    if opened { "asking" } else { "not asking" }
}

app! {
    pub(crate) static APP = {
        layout: Mantine,
        callbacks: [
            count, say, double, select, check, switch, segment, turn, unfold, slide, chip, leaf,
            choose, ask, answer,
        ],
    }
}
