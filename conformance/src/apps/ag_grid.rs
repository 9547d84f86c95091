//! A grid of dash-ag-grid.

use dash::prelude::*;
use serde_json::{Value, json};

use super::text;
use crate::suites::ag_grid::AgGrid;

view! {
    Grid => <Div>
        <html::Button id=add>"Add a row"</html::Button>
        <html::Button id=all>"Select all"</html::Button>
        <html::Button id=cheap>"Only the cheap"</html::Button>
        <AgGrid
            id=grid
            column_defs={json!([
                {"field": "make", "filter": true, "floatingFilter": true},
                {"field": "price", "editable": true, "sortable": true, "filter": "agNumberColumnFilter"},
            ])}
            row_data={json!([
                {"make": "Ford", "price": 30}, {"make": "Audi", "price": 50}, {"make": "Fiat", "price": 20},
            ])}
            dash_grid_options={json!({
                "rowSelection": "multiple", "animateRows": false, "suppressColumnVirtualisation": true,
            })}
            style="width: 600px; height: 300px"
        />
        <P id=shown/>
        <P id=picked/>
        <P id=clicked/>
        <P id=changed/>
    </Div>
}

#[callback(output(Grid::grid.row_transaction), input(Grid::add.n_clicks), prevent_initial_call)]
fn add(clicks: u64) -> Value {
    json!({"add": [{"make": format!("Make {clicks}"), "price": 10}]})
}

#[callback(output(Grid::grid.select_all), input(Grid::all.n_clicks), prevent_initial_call)]
fn all(_clicks: u64) -> Value {
    json!(true)
}

#[callback(output(Grid::grid.filter_model), input(Grid::cheap.n_clicks), prevent_initial_call)]
fn cheap(_clicks: u64) -> Value {
    json!({"price": {"filterType": "number", "type": "lessThan", "filter": 40}})
}

#[callback(output(Grid::shown.children), input(Grid::grid.virtual_row_data))]
fn show(Json(rows): Json<Option<Vec<Value>>>) -> String {
    let makes: Vec<String> = rows.iter().flatten().map(|row| text(row, "make")).collect();
    format!("shown {}", makes.join(" "))
}

#[callback(output(Grid::picked.children), input(Grid::grid.selected_rows))]
fn pick(Json(rows): Json<Option<Vec<Value>>>) -> String {
    let mut makes: Vec<String> = rows.iter().flatten().map(|row| text(row, "make")).collect();
    makes.sort();
    format!("picked {}", makes.join(" "))
}

#[callback(output(Grid::clicked.children), input(Grid::grid.cell_clicked))]
fn click(Json(cell): Json<Value>) -> String {
    format!("cell {} {}", text(&cell, "colId"), text(&cell, "value"))
}

#[callback(output(Grid::changed.children), input(Grid::grid.cell_value_changed))]
fn change(Json(changes): Json<Value>) -> String {
    format!("changed {} to {}", text(&changes[0], "oldValue"), text(&changes[0], "value"))
}

app! {
    pub(crate) static APP = {
        layout: Grid,
        callbacks: [add, all, cheap, show, pick, click, change],
    }
}
