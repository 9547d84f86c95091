"""A grid of dash-ag-grid."""
import dash_ag_grid as dag
from dash import Dash, Input, Output, html

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("Add a row", id="add"),
        html.Button("Select all", id="all"),
        html.Button("Only the cheap", id="cheap"),
        dag.AgGrid(
            id="grid",
            columnDefs=[
                {"field": "make", "filter": True, "floatingFilter": True},
                {"field": "price", "editable": True, "sortable": True, "filter": "agNumberColumnFilter"},
            ],
            rowData=[{"make": make, "price": price} for make, price in [("Ford", 30), ("Audi", 50), ("Fiat", 20)]],
            dashGridOptions={"rowSelection": "multiple", "animateRows": False, "suppressColumnVirtualisation": True},
            style={"width": "600px", "height": "300px"},
        ),
        html.P(id="shown"),
        html.P(id="picked"),
        html.P(id="clicked"),
        html.P(id="changed"),
    ]
)


@app.callback(Output("grid", "rowTransaction"), Input("add", "n_clicks"), prevent_initial_call=True)
def add(clicks):
    return {"add": [{"make": f"Make {clicks}", "price": 10}]}


@app.callback(Output("grid", "selectAll"), Input("all", "n_clicks"), prevent_initial_call=True)
def select_all(_clicks):
    return True


@app.callback(Output("grid", "filterModel"), Input("cheap", "n_clicks"), prevent_initial_call=True)
def cheap(_clicks):
    return {"price": {"filterType": "number", "type": "lessThan", "filter": 40}}


@app.callback(Output("shown", "children"), Input("grid", "virtualRowData"))
def show(rows):
    return f"shown {' '.join(row['make'] for row in rows or [])}"


@app.callback(Output("picked", "children"), Input("grid", "selectedRows"))
def pick(rows):
    return f"picked {' '.join(sorted(row['make'] for row in rows or []))}"


@app.callback(Output("clicked", "children"), Input("grid", "cellClicked"))
def click(cell):
    cell = cell or {}
    return f"cell {cell.get('colId', '-')} {cell.get('value', '-')}"


@app.callback(Output("changed", "children"), Input("grid", "cellValueChanged"))
def change(changes):
    first = (changes or [{}])[0]
    return f"changed {first.get('oldValue', '-')} to {first.get('value', '-')}"
