//! The types that parameters and returned values of a prop may have.
use std::borrow::Cow;
use std::collections::HashMap;

use dash::prelude::*;

view! {
    Page => <Div>
        <Input id=name/><Slider id=year min=0 max=9/><Dropdown<i64> id=team options={vec![1_i64, 2]}/>
        <Checklist id=days options=["Mon"]/><Store<HashMap<String, u8>> id=kept/><Button id=go/><Div id=out/><Graph id=chart/>
    </Div>
}

/// Each prop's own type.
#[callback(
    output(Page::out.children),
    input(Page::name.value, Page::year.value, Page::team.value, Page::days.value, Page::go.n_clicks)
)]
fn own(name: Option<String>, year: Option<f64>, team: Option<i64>, days: Vec<String>, clicks: u64) -> Vec<Node> {
    vec![name.into_node(), year.into_node(), team.into_node(), days.len().into_node(), clicks.into_node()]
}

/// Any prop as a type of the user's.
#[callback(output(Page::kept.data), input(Page::year.value), state(Page::chart.figure))]
fn read(year: Json<Option<u8>>, Json(figure): Json<Option<HashMap<String, Vec<u8>>>>) -> HashMap<String, u8> {
    drop(figure);
    year.0.map(|year| ("year".to_owned(), year)).into_iter().collect()
}

/// What converts into the prop.
#[callback(
    output(Page::name.value, Page::name.placeholder, Page::year.value, Page::year.min, Page::days.value, Page::chart.figure),
    input(Page::go.n_clicks)
)]
fn written(clicks: u64) -> (&'static str, Option<&'static str>, i32, f64, Vec<&'static str>, Figure) {
    ("a", None, clicks as i32, 0.5, vec!["Mon"], Figure::default())
}

#[callback(output(Page::name.class_name, Page::out.title), input(Page::go.n_clicks))]
fn borrowed(_clicks: u64) -> (Cow<'static, str>, Option<String>) {
    ("wide".into(), None)
}

app! { static APP = { layout: Page, callbacks: [own, read, written, borrowed] } }

fn main() {
    assert_eq!(APP.callbacks.len(), 4);
    assert_eq!(own(None, None, None, Vec::new(), 1).len(), 5);
}
