//! Structs whose fields are wired: one struct serves many callbacks, beside single wires.
use dash::prelude::*;

mod sales {
    use dash::prelude::*;

    view! {
        pub Sales => <Div>
            <Dropdown id=region options=["North"]/>
            <Slider id=year min=2000 max=2025/>
            <Input id=name/>
            <Graph id=chart/>
            <Graph id=other/>
            <Div id=total/>
            <Div id=note/>
            {for row in 0..3 { <Row row={row}/> }}
        </Div>
    }

    view! { pub Row(row: u32) => <Div><Input id=Cell { row }/><Div id=Total { row }/></Div> }

    #[derive(DashId)]
    pub struct Cell {
        pub row: u32,
    }

    #[derive(DashId)]
    pub struct Total {
        pub row: u32,
    }

    /// What all charts read.
    #[derive(Inputs)]
    pub struct Filters {
        #[input(Sales::region.value)]
        pub region: Option<String>,
        /// Not by itself.
        #[state(Sales::year.value)]
        pub year: Option<f64>,
        #[input(optional(Sales::name.value))]
        pub name: Option<String>,
    }
}

use sales::{Cell, Filters, Row, Sales, Total};

#[derive(Outputs)]
struct Summary {
    #[output(Sales::chart.figure)]
    chart: Patch<Figure>,
    #[output(allow_duplicate(Sales::total.children))]
    total: Update<String>,
    #[output(Sales::total.title)]
    title: NoUpdate,
}

#[derive(Inputs)]
struct Cells {
    #[input(Row::Cell { row: ALL }.value)]
    values: Vec<Option<String>>,
}

#[derive(Inputs)]
struct Own {
    #[input(Row::Cell { row: MATCH }.value)]
    value: Option<String>,
    #[state(Row::Cell { row: ALLSMALLER }.value)]
    before: Vec<Option<String>>,
}

#[derive(Outputs)]
struct Totals {
    #[output(Row::Total { row: MATCH }.children)]
    text: String,
    #[output(Row::Total { row: MATCH }.title)]
    title: Option<String>,
}

#[callback(output(..Summary), input(..Filters, Sales::chart.click_data), state(Sales::note.title), prevent_initial_call)]
fn summary(filters: Filters, _click: Option<dash::dcc::ClickData>, note: Option<String>, cx: Context) -> Summary {
    let _ = (filters.year, filters.name, note, cx);
    Summary { chart: Patch::new(), total: Update::from(filters.region), title: NoUpdate }
}

#[callback(output(Sales::other.figure, ..Note), input(Sales::note.n_clicks, ..Filters, ..Cells))]
async fn both(_clicks: u64, filters: Filters, cells: Cells) -> Result<(Figure, Update<Note>), std::fmt::Error> {
    let text = filters.region.filter(|_| cells.values.is_empty());
    Ok((Figure::default(), text.map(|text| Note { text }).into()))
}

#[derive(Outputs)]
struct Note {
    #[output(Sales::note.children)]
    text: String,
}

#[callback(output(..Totals), input(..Own, Row::Total { row: MATCH }.n_clicks))]
fn totals(own: Own, _clicks: u64) -> Update<Totals> {
    Update::Set(Totals { text: own.value.unwrap_or_default(), title: own.before.into_iter().flatten().next() })
}

#[callback(output(allow_duplicate(Sales::total.children), ..Hidden), input(..Filters), initial_duplicate)]
fn none(filters: Filters) -> NoUpdate {
    drop(filters);
    NoUpdate
}

#[derive(Outputs)]
struct Hidden {
    #[output(Sales::total.hidden)]
    is: bool,
}

#[callback(output(Sales::chart.style, ..Hides), input(Sales::total.n_clicks))]
fn skipped(_clicks: u64) -> Update<(dash::Style, Hides)> {
    Update::Skip
}

#[derive(Outputs)]
struct Hides {
    #[output(Sales::other.class_name)]
    class_name: Option<String>,
}

app! { static APP = { layout: Sales, callbacks: [summary, both, totals, none, skipped] } }

fn main() {
    let wires = |wires: &[dash::components::Dependency]| -> Vec<String> {
        wires.iter().map(|wire| format!("{}.{}", wire.written(), wire.field)).collect()
    };
    let both = APP.callbacks[1];
    assert_eq!(
        wires(both.inputs),
        ["note.n_clicks", "region.value", "name.value", "Cell { row: ALL }.value"]
    );
    assert_eq!(wires(both.states), ["year.value"]);
    assert_eq!(wires(both.outputs), ["other.figure", "note.children"]);
    let summary = APP.callbacks[0];
    assert_eq!(wires(summary.states), ["year.value", "note.title"]);
    assert!(summary.outputs[1].allow_duplicate && summary.inputs[1].optional);
    let _ = (Cell { row: 0 }, Total { row: 0 }, Hidden { is: true }, Hides { class_name: None });
}
