"""What the user entered stays, in three stores."""
from dash import Dash, Input, Output, dcc, html

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Input(id="local", value="a", persistence=True),
        dcc.Input(id="session", value="b", persistence="s", persistence_type="session"),
        dcc.Input(id="memory", value="c", persistence=1, persistence_type="memory"),
        dcc.Checklist(["x", "y"], ["x"], id="checks", persistence=True),
        html.P(id="shown"),
        html.Button("Swap", id="swap"),
        html.Div(id="swapped"),
    ]
)


@app.callback(
    Output("shown", "children"),
    Input("local", "value"),
    Input("session", "value"),
    Input("memory", "value"),
    Input("checks", "value"),
)
def show(*values):
    return str(values)


@app.callback(Output("swapped", "children"), Input("swap", "n_clicks"))
def swap(clicks):
    return dcc.Input(id="late", value="d", persistence=True, persistence_type="memory")
