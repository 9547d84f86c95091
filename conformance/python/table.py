"""Dash's own data table."""
from dash import Dash, Input, Output, State, dash_table, html

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("Add a row", id="add"),
        dash_table.DataTable(
            id="table",
            columns=[{"name": "City", "id": "city"}, {"name": "Sales", "id": "sales", "type": "numeric"}],
            data=[{"city": city, "sales": sales} for city, sales in [("Rome", 3), ("Oslo", 1), ("Bern", 2)]],
            editable=True,
            row_deletable=True,
            row_selectable="multi",
            sort_action="native",
            filter_action="native",
            page_size=3,
        ),
        html.P(id="total"),
        html.P(id="shown"),
        html.P(id="active"),
        html.P(id="picked"),
        html.P(id="query"),
    ]
)


@app.callback(
    Output("table", "data"), Input("add", "n_clicks"), State("table", "data"), prevent_initial_call=True
)
def add_row(clicks, rows):
    return [*rows, {"city": f"City {clicks}", "sales": 10}]


@app.callback(Output("total", "children"), Input("table", "data"))
def total(rows):
    return f"{len(rows)} rows, {sum(row['sales'] for row in rows)} in all"


@app.callback(Output("shown", "children"), Input("table", "derived_viewport_data"))
def show(rows):
    return f"shown {' '.join(row['city'] for row in rows or [])}"


@app.callback(Output("active", "children"), Input("table", "active_cell"))
def activate(cell):
    cell = cell or {}
    return f"active {cell.get('row', '-')} {cell.get('column_id', '-')}"


@app.callback(Output("picked", "children"), Input("table", "selected_rows"))
def pick(rows):
    return f"picked {' '.join(str(row) for row in rows or [])}"


@app.callback(Output("query", "children"), Input("table", "filter_query"))
def query(text):
    return f"query {text or ''}"
