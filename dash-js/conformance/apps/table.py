"""A table that is edited, sorted and paged."""
from dash import Dash, Input, Output, State, dash_table, html

app = Dash(__name__)
app.layout = html.Div(
    [
        dash_table.DataTable(
            id="table",
            columns=[{"name": "City", "id": "city"}, {"name": "Sales", "id": "sales", "type": "numeric"}],
            data=[{"city": city, "sales": sales} for city, sales in [("Rome", 3), ("Oslo", 1), ("Bern", 2)]],
            editable=True,
            sort_action="native",
            page_size=2,
            row_deletable=True,
        ),
        html.P(id="total"),
        html.P(id="derived"),
        html.P(id="active"),
    ]
)


@app.callback(Output("total", "children"), Input("table", "data"))
def total(rows):
    return f"{len(rows)} rows, {sum(row['sales'] for row in rows)} in all"


@app.callback(Output("derived", "children"), Input("table", "derived_viewport_data"))
def derived(rows):
    return str([row["city"] for row in rows or []])


@app.callback(Output("active", "children"), Input("table", "active_cell"), State("table", "derived_virtual_data"))
def active(cell, rows):
    return f"{cell and cell['column_id']} of {len(rows or [])}"
