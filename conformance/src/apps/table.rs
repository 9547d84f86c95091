//! Upstream's data table.

use dash::prelude::*;
use serde_json::{Value, json};

use super::text;
use crate::suites::table::{ColumnSelectable, DataTable, PageAction};

view! {
    Sheet => <Div>
        <html::Button id=add>"Add a row"</html::Button>
        <DataTable
            id=table
            columns={json!([
                {"name": "City", "id": "city"},
                {"name": "Sales", "id": "sales", "type": "numeric"},
            ])}
            data={json!([
                {"city": "Rome", "sales": 3}, {"city": "Oslo", "sales": 1}, {"city": "Bern", "sales": 2},
            ])}
            editable
            row_deletable
            row_selectable={ColumnSelectable::Multi}
            sort_action={PageAction::Native}
            filter_action="native"
            page_size=3
        />
        <P id=total/>
        <P id=shown/>
        <P id=active/>
        <P id=picked/>
        <P id=query/>
    </Div>
}

#[callback(
    output(Sheet::table.data),
    input(Sheet::add.n_clicks),
    state(Sheet::table.data),
    prevent_initial_call
)]
fn add_row(clicks: u64, Json(mut rows): Json<Vec<Value>>) -> Vec<Value> {
    rows.push(json!({"city": format!("City {clicks}"), "sales": 10}));
    rows
}

#[callback(output(Sheet::total.children), input(Sheet::table.data))]
fn total(Json(rows): Json<Vec<Value>>) -> String {
    let sum: f64 = rows.iter().filter_map(|row| row["sales"].as_f64()).sum();
    format!("{} rows, {sum} in all", rows.len())
}

#[callback(output(Sheet::shown.children), input(Sheet::table.derived_viewport_data))]
fn show(Json(rows): Json<Option<Vec<Value>>>) -> String {
    let cities: Vec<String> = rows.iter().flatten().map(|row| text(row, "city")).collect();
    format!("shown {}", cities.join(" "))
}

#[callback(output(Sheet::active.children), input(Sheet::table.active_cell))]
fn activate(Json(cell): Json<Value>) -> String {
    format!("active {} {}", text(&cell, "row"), text(&cell, "column_id"))
}

#[callback(output(Sheet::picked.children), input(Sheet::table.selected_rows))]
fn pick(rows: Vec<f64>) -> String {
    let rows: Vec<String> = rows.iter().map(f64::to_string).collect();
    format!("picked {}", rows.join(" "))
}

#[callback(output(Sheet::query.children), input(Sheet::table.filter_query))]
fn query(query: Option<String>) -> String {
    format!("query {}", query.unwrap_or_default())
}

app! {
    pub(crate) static APP = {
        layout: Sheet,
        callbacks: [add_row, total, show, activate, pick, query],
    }
}
