//! Families of ids: declared in views, named by patterns in callbacks.
use dash::prelude::*;

#[derive(DashId, Debug, Clone, PartialEq)]
struct Cell {
    row: u32,
    col: u8,
}

#[derive(DashId)]
pub struct Card {
    name: String,
    done: bool,
    r#in: i16,
}

view! {
    Sheet => <Div>
        {for row in 0..3 {
            <P>
                <Input id=Cell { row, col: 0 } value="a"/>
                <Input id=Cell { row, col: 1 }/>
                <Cards row={row as i16}/>
            </P>
        }}
        <Div id=out/><Div id=last/><Div id=total/>
    </Div>
}

view! { Cards(row: i16) => <Checklist id=Card { name: "x".to_owned(), done: false, r#in: row } options=["a"]/> }

/// Markup of a callback declares no family, and may hold the ids of one.
#[callback(output(Sheet::out.children), input(Sheet::Cell { row: ALL, col: 0 }.value), state(Sheet::last.children))]
fn all(values: Vec<Option<String>>, _last: Node, context: Context) -> Node {
    let cell: Option<Cell> = context.triggered_id_as::<Cell>();
    let row = cell.map_or(0, |cell| cell.row);
    view! { <Div><Input id=Cell { row, col: 7 } value={values.len().to_string()}/></Div> }
}

#[callback(
    output(Sheet::Cell { row: MATCH, col: 1 }.value, Sheet::Cell { row: MATCH, col: 1 }.disabled),
    input(Sheet::Cell { row: MATCH, col: 0 }.value),
    state(Sheet::Cell { row: ALLSMALLER, col: 0 }.value, Sheet::Cell { row: 0, col: 0 }.value)
)]
async fn one(own: Option<String>, before: Vec<Option<String>>, first: Option<String>) -> (Option<String>, bool) {
    (own.or(first), before.is_empty())
}

#[callback(output(Cards::Card { name: "x", done: false, r#in: ALL }.value), input(Sheet::total.n_clicks))]
fn many(_clicks: u64) -> Update<Vec<Vec<String>>> {
    Update::Set(vec![vec!["a".to_owned()]])
}

#[callback(output(Cards::Card { name: "x", done: true, r#in: -1 }.value), input(Sheet::total.n_clicks))]
fn fixed(_clicks: u64) -> Vec<String> {
    Vec::new()
}

/// No cycle: the columns are other components.
#[callback(output(Sheet::total.children), input(Sheet::Cell { row: ALL, col: 1 }.value))]
fn total(values: Vec<Option<String>>) -> String {
    values.into_iter().flatten().collect()
}

app! { static APP = { layout: Sheet, callbacks: [all, one, many, fixed, total] } }

fn main() {
    let _ = (&APP, Cell { row: 1, col: 2 } == Cell { row: 1, col: 2 }.clone());
    let _ = Input::new().id(Cell { row: 1, col: 2 }).build();
}
