//! A page with a view, a callback and an app.
use dash::prelude::*;

view! {
    /// The sales page.
    pub Sales => <Div class_name="page">
        <H1>"Sales dashboard"</H1>
        <Dropdown id=region options=["North", "South", "East", "West", "Central"] value="North"/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value))]
fn update_chart(region: Option<String>) -> Figure {
    Figure::new(&[region], &())
}

app! { static APP = { layout: Sales, callbacks: [update_chart] } }

fn main() {
    assert_eq!(update_chart(None).to_json().unwrap(), r#"{"data":[null],"layout":null}"#);
    assert_eq!(APP.callbacks[0].name, "update_chart");
    assert_eq!(APP.callbacks[0].inputs[0].id, "region");
}
