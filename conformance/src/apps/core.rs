//! Upstream's html and dcc in the place of the built-in ones.

use dash::prelude::*;
use serde_json::{Value, json};

use super::text;
use crate::suites::dcc;

view! {
    Core => <Div>
        <html::Button id=button>"Count"</html::Button>
        <P id=clicks/>
        <dcc::Input id=typed value=""/>
        <P id=said/>
        <dcc::Input id=number type={dcc::InputType::Number} value=1/>
        <P id=doubled/>
        <dcc::Dropdown id=dropdown options={["red", "green", "blue"]} value="red"/>
        <P id=chosen/>
        <dcc::Checklist id=checks options={["a", "b"]} value={json!([])}/>
        <P id=checked/>
        <dcc::RadioItems
            id=radios
            options={json!([
                {"label": "X", "value": "x"}, {"label": B::new().children("Y").build(), "value": "y"},
            ])}
            value="x"
        />
        <P id=radio/>
        <dcc::Slider id=slider min=0 max=10 step=1 value=3 updatemode={dcc::RangeSliderUpdatemode::Drag}/>
        <P id=slid/>
        <dcc::Textarea id=area value="one"/>
        <P id=length/>
        <dcc::Tabs id=tabs value="first">
            <dcc::Tab id=first value="first" label="First">"In the first"</dcc::Tab>
            <dcc::Tab id=second value="second" label="Second">
                <B id=bold>"In the second"</B>
            </dcc::Tab>
        </dcc::Tabs>
        <P id=tab/>
        <dcc::Location id=location refresh={json!(false)}/>
        <dcc::Link id=link href="/there">"Go there"</dcc::Link>
        <P id=place/>
        <dcc::Markdown id=markdown>"*plain*"</dcc::Markdown>
        <dcc::Store id=store/>
        <P id=stored/>
        <dcc::Loading id=loading><Div id=rows/></dcc::Loading>
        <dcc::Graph
            id=graph
            figure={json!({
                "data": [{"type": "bar", "x": ["a", "b"], "y": [2, 3]}],
                "layout": {"width": 400, "height": 300},
            })}
        />
        <P id=bar/>
        <dcc::DatePickerSingle id=date date="2024-05-17"/>
        <P id=day/>
    </Div>
}

#[callback(output(Core::clicks.children, Core::store.data), input(Core::button.n_clicks))]
fn count(clicks: u64) -> (String, Value) {
    (format!("clicked {clicks}"), json!({"clicks": clicks}))
}

#[callback(output(Core::stored.children, Core::rows.children), input(Core::store.data))]
fn keep(Json(data): Json<Value>) -> (String, Node) {
    let clicks = data["clicks"].as_u64().unwrap_or_default();
    let rows = (0..clicks).map(|row| Div::new().children(format!("row {row}")).build());
    (format!("stored {clicks}"), Node::many(rows))
}

#[callback(output(Core::said.children), input(Core::typed.value))]
fn say(Json(text): Json<Option<String>>) -> String {
    format!("said {}", text.unwrap_or_default())
}

#[callback(output(Core::doubled.children), input(Core::number.value))]
fn double(Json(number): Json<Option<f64>>) -> String {
    number.map_or("none".to_owned(), |number| format!("doubled {}", number * 2.0))
}

#[callback(output(Core::chosen.children, Core::markdown.children), input(Core::dropdown.value))]
fn choose(Json(value): Json<Option<String>>) -> (String, String) {
    let value = value.unwrap_or("nothing".to_owned());
    (format!("chosen {value}"), format!("**{value}** it is"))
}

#[callback(output(Core::checked.children), input(Core::checks.value))]
fn check(Json(values): Json<Vec<String>>) -> String {
    format!("checked {}", values.join("+"))
}

#[callback(output(Core::radio.children), input(Core::radios.value))]
fn pick(Json(value): Json<String>) -> String {
    format!("picked {value}")
}

#[callback(output(Core::slid.children), input(Core::slider.value))]
fn slide(value: Option<f64>) -> String {
    format!("at {}", value.unwrap_or_default())
}

#[callback(output(Core::length.children), input(Core::area.value))]
fn measure(text: Option<String>) -> String {
    format!("{} letters", text.unwrap_or_default().len())
}

#[callback(output(Core::tab.children, Core::second.label), input(Core::tabs.value))]
fn turn(value: Option<String>) -> (String, String) {
    let value = value.unwrap_or_default();
    (format!("tab {value}"), format!("After {value}"))
}

#[callback(output(Core::place.children), input(Core::location.pathname))]
fn arrive(path: Option<String>) -> String {
    format!("at {}", path.unwrap_or_default())
}

#[callback(output(Core::bar.children), input(Core::graph.click_data))]
fn point(Json(data): Json<Value>) -> String {
    format!("bar {}", text(&data["points"][0], "x"))
}

#[callback(output(Core::day.children), input(Core::date.date))]
fn date(Json(day): Json<Option<String>>) -> String {
    format!("on {}", day.unwrap_or("no day".to_owned()))
}

app! {
    pub(crate) static APP = {
        layout: Core,
        callbacks: [
            count, keep, say, double, choose, check, pick, slide, measure, turn, arrive,
            point, date,
        ],
    }
}
