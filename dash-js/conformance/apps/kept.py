"""A table whose edits are kept in parts, and a field that a callback overrides."""
from dash import Dash, Input, Output, State, dash_table, dcc, html, no_update

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("Reset", id="reset"),
        html.Button("Rebuild", id="rebuild"),
        html.Button("Other key", id="other"),
        dash_table.DataTable(
            id="table",
            columns=[{"id": f"c{i}", "name": n, "renamable": True, "hideable": True} for i, n in enumerate("ab")],
            data=[{"c0": 0, "c1": 1}],
            persistence=True,
        ),
        html.P(id="names"),
        html.Div(id="place"),
        dcc.Input(id="overridden", value="start", persistence=True, persistence_type="session"),
        html.P(id="value"),
    ]
)


@app.callback(Output("names", "children"), Input("table", "columns"), Input("table", "hidden_columns"))
def names(columns, hidden):
    return f"{[c['name'] for c in columns]} {hidden}"


@app.callback(Output("place", "children"), Input("rebuild", "n_clicks"))
def rebuild(clicks):
    return dcc.Dropdown(["x", "y", "z"], "x", id="pick", persistence=(clicks or 0) // 2 + 1, clearable=False)


@app.callback(Output("overridden", "value"), Input("reset", "n_clicks"))
def reset(clicks):
    return "reset" if clicks else no_update


@app.callback(Output("overridden", "persistence"), Input("other", "n_clicks"), prevent_initial_call=True)
def other(clicks):
    return f"key {clicks}"


@app.callback(Output("value", "children"), Input("overridden", "value"))
def value(value):
    return f"value {value}"
