"""Callbacks that name what is not there, under dev tools that look for such mistakes."""
from dash import ALL, MATCH, Dash, Input, Output, State, dcc, html

# A server whose start does not change what dev tools are to do.
app = Dash(__name__, backend="fastapi")
app.enable_dev_tools(debug=True, dev_tools_hot_reload=False, dev_tools_disable_version_check=True)
app.layout = html.Div(
    [
        html.Button("Go", id="go"),
        html.P(id="fine"),
        html.P(id="ran"),
        dcc.Input(id="input", value="a"),
        dcc.Input(id={"i": 1}),
        html.P(id="a"),
        html.P(id="b"),
    ]
)


@app.callback(Output("fine", "children"), Input("go", "n_clicks"))
def fine(clicks):
    return f"fine {clicks}"


@app.callback(Output("nowhere", "children"), Input("input", "value"), State("nothing", "children"))
def missing(value, nothing):
    return value


@app.callback(Output("fine", "xyz"), Input("input", "pdq"), Input("fine", "data-x"), State("fine", "value"))
def props(pdq, data, value):
    return pdq


@app.callback(Output({"i": MATCH}, "no"), Input({"i": MATCH}, "value"), State({"i": ALL}, "nope"))
def patterns(value, values):
    return value


@app.callback(Output("a", "children"), Input("b", "children"), prevent_initial_call=True)
def there(b):
    return b


@app.callback(Output("b", "children"), Input("a", "children"), prevent_initial_call=True)
def back(a):
    return a


@app.callback(
    Output("ran", "children"),
    Input("go", "n_clicks"),
    running=[(Output("lost", "disabled"), True, False)],
    prevent_initial_call=True,
)
def run(clicks):
    return f"ran {clicks}"
