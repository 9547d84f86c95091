//! Pages of dash-bootstrap-components.

use dash::prelude::*;
use serde_json::json;

use crate::suites::bootstrap as dbc;

view! {
    Bootstrap => <dbc::Container>
        <dbc::Row>
            <dbc::Col><dbc::Button id=button color="primary">"Count"</dbc::Button></dbc::Col>
            <dbc::Col><P id=clicks/></dbc::Col>
        </dbc::Row>
        <dbc::Input id=typed value=""/>
        <P id=said/>
        <dbc::Checklist id=checks options={json!(["a", "b"])} value={json!([])}/>
        <P id=checked/>
        <dbc::RadioItems id=radios options={json!([{"label": "X", "value": "x"}, {"label": "Y", "value": "y"}])} value="x"/>
        <P id=radio/>
        <dbc::Switch id=switch label="On" value=false/>
        <P id=switched/>
        <dbc::Select id=select options={json!(["one", "two"])} value="one"/>
        <P id=selected/>
        <dbc::Tabs id=tabs active_tab="first">
            <dbc::Tab tab_id="first" label="First">"In the first"</dbc::Tab>
            <dbc::Tab id=second tab_id="second" label="Second">"In the second"</dbc::Tab>
        </dbc::Tabs>
        <P id=tab/>
        <dbc::Accordion id=accordion active_item="a">
            <dbc::AccordionItem item_id="a" title="Part A">"Text of A"</dbc::AccordionItem>
            <dbc::AccordionItem item_id="b" title={B::new().children("Part B").build()}>
                "Text of B"
            </dbc::AccordionItem>
        </dbc::Accordion>
        <P id=part/>
        <html::Button id=toggle>"Toggle"</html::Button>
        <dbc::Collapse id=collapse is_open=false>"Collapsed"</dbc::Collapse>
        <P id=opened/>
        <html::Button id=ask>"Ask"</html::Button>
        <dbc::Modal id=modal is_open=false fade=false>
            <dbc::ModalHeader><dbc::ModalTitle>"Really?"</dbc::ModalTitle></dbc::ModalHeader>
            <dbc::ModalBody><html::Button id=yes>"Yes"</html::Button></dbc::ModalBody>
        </dbc::Modal>
        <P id=asked/>
        <dbc::DropdownMenu id=menu label="Menu">
            <dbc::DropdownMenuItem id=item n_clicks=0>"Item"</dbc::DropdownMenuItem>
        </dbc::DropdownMenu>
        <P id=chosen/>
        <dbc::Alert id=alert dismissable is_open fade=false>"Careful"</dbc::Alert>
        <P id=alerted/>
        <dbc::Pagination id=pages max_value=5 active_page=1/>
        <P id=page/>
        <dbc::Progress id=progress value=10 label="10"/>
    </dbc::Container>
}

#[callback(
    output(Bootstrap::clicks.children, Bootstrap::progress.label),
    input(Bootstrap::button.n_clicks)
)]
fn count(clicks: u64) -> (String, String) {
    (format!("clicked {clicks}"), format!("{clicks} done"))
}

#[callback(output(Bootstrap::said.children), input(Bootstrap::typed.value))]
fn say(Json(text): Json<Option<String>>) -> String {
    format!("said {}", text.unwrap_or_default())
}

#[callback(output(Bootstrap::checked.children), input(Bootstrap::checks.value))]
fn check(Json(values): Json<Vec<String>>) -> String {
    format!("checked {}", values.join("+"))
}

#[callback(output(Bootstrap::radio.children), input(Bootstrap::radios.value))]
fn pick(Json(value): Json<String>) -> String {
    format!("picked {value}")
}

#[callback(output(Bootstrap::switched.children), input(Bootstrap::switch.value))]
fn switch(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

#[callback(output(Bootstrap::selected.children), input(Bootstrap::select.value))]
fn select(Json(value): Json<Option<String>>) -> String {
    format!("selected {}", value.unwrap_or_default())
}

#[callback(
    output(Bootstrap::tab.children, Bootstrap::second.label),
    input(Bootstrap::tabs.active_tab)
)]
fn turn(tab: Option<String>) -> (String, String) {
    let tab = tab.unwrap_or_default();
    (format!("tab {tab}"), format!("After {tab}"))
}

#[callback(output(Bootstrap::part.children), input(Bootstrap::accordion.active_item))]
fn unfold(Json(item): Json<Option<String>>) -> String {
    format!("part {}", item.unwrap_or("none".to_owned()))
}

#[callback(
    output(Bootstrap::collapse.is_open, Bootstrap::opened.children),
    input(Bootstrap::toggle.n_clicks)
)]
fn toggle(clicks: u64) -> (Option<bool>, &'static str) {
    let open = clicks % 2 == 1;
    (Some(open), if open { "open" } else { "closed" })
}

#[callback(
    output(Bootstrap::modal.is_open, Bootstrap::asked.children),
    input(Bootstrap::ask.n_clicks, Bootstrap::yes.n_clicks)
)]
fn ask(asked: u64, answered: u64) -> (Option<bool>, String) {
    (Some(asked > answered), format!("asked {asked}, answered {answered}"))
}

#[callback(output(Bootstrap::chosen.children), input(Bootstrap::item.n_clicks))]
fn choose(clicks: u64) -> String {
    format!("item {clicks}")
}

#[callback(output(Bootstrap::alerted.children), input(Bootstrap::alert.is_open))]
fn dismiss(open: Option<bool>) -> &'static str {
    if open == Some(true) { "alert" } else { "no alert" }
}

#[callback(output(Bootstrap::page.children), input(Bootstrap::pages.active_page))]
fn leaf(page: Option<f64>) -> String {
    format!("page {}", page.unwrap_or_default())
}

app! {
    pub(crate) static APP = {
        layout: Bootstrap,
        callbacks: [
            count, say, check, pick, switch, select, turn, unfold, toggle, ask, choose, dismiss, leaf,
        ],
    }
}
