"""Which callbacks run on load, and which do not."""
from dash import Dash, Input, Output, dcc, html, set_props

app = Dash(__name__, prevent_initial_callbacks=False, suppress_callback_exceptions=True)
app.layout = html.Div(
    [
        html.Button("Go", id="go"),
        html.Button("Other", id="other"),
        html.P("not yet", id="prevented"),
        html.P(id="twice"),
        html.P(id="seen"),
        html.Div(id="place"),
        html.P("untouched", id="far"),
        html.P("unset", id="side"),
        html.P(id="side-heard"),
    ]
)


@app.callback(Output("prevented", "children"), Input("go", "n_clicks"), prevent_initial_call=True)
def prevented(clicks):
    return f"went {clicks}"


@app.callback(Output("twice", "children"), Input("go", "n_clicks"))
def first(clicks):
    return f"first {clicks}"


@app.callback(
    Output("twice", "children", allow_duplicate=True),
    Input("other", "n_clicks"),
    prevent_initial_call="initial_duplicate",
)
def second(clicks):
    return f"second {clicks}" if clicks else "second at start"


@app.callback(Output("seen", "children"), Input("prevented", "children"))
def seen(text):
    return f"saw {text}"


@app.callback(Output("place", "children"), Input("go", "n_clicks"), prevent_initial_call=True)
def place(clicks):
    return html.Div([html.Button("New", id="new"), html.P("still", id="near")])


@app.callback(Output("near", "children"), Input("new", "n_clicks"), prevent_initial_call=True)
def near(clicks):
    return f"near {clicks}"


@app.callback(Output("far", "children"), Input("new", "n_clicks"), prevent_initial_call=True)
def far(clicks):
    return f"far {clicks}"


@app.callback(Input("other", "n_clicks"), prevent_initial_call=True)
def side(clicks):
    set_props("side", {"children": f"set {clicks}"})


@app.callback(Output("side-heard", "children"), Input("side", "children"))
def side_heard(text):
    return f"heard {text}"
