"""Components in other props than `children`, and callbacks that read and write them."""
from dash import Dash, Input, Output, State, dcc, html

app = Dash(__name__, suppress_callback_exceptions=True)
app.layout = html.Div(
    [
        dcc.RadioItems(
            [
                {"label": html.Span("One", id="label-one"), "value": 1},
                {"label": html.Span(["Two ", html.B("!", id="deep")], id={"label": 2}), "value": 2},
            ],
            1,
            id="radio",
        ),
        html.P(id="chosen"),
        html.Button("Rename", id="rename"),
        html.Button("Replace", id="replace"),
        html.P(id="clicked"),
        html.Div([html.P("a", id="a"), html.P("b", id="b"), html.P("c", id="c")], id="list"),
        html.Button("Turn", id="turn"),
        html.P(id="list-said"),
    ]
)


@app.callback(Output("chosen", "children"), Input("radio", "value"))
def chosen(value):
    return f"chose {value}"


@app.callback(Output("deep", "children"), Input("rename", "n_clicks"), prevent_initial_call=True)
def rename(clicks):
    return f"?{clicks}"


@app.callback(Output("radio", "options"), Input("replace", "n_clicks"), prevent_initial_call=True)
def replace(clicks):
    return [
        {"label": html.Span("New 1", id="label-one"), "value": 1},
        {"label": html.Span(["New 2", html.B("!", id="deep")], id={"label": 2}), "value": 2},
    ]


@app.callback(Output("clicked", "children"), Input({"label": 2}, "n_clicks"))
def clicked(clicks):
    return f"clicked {clicks}"


app.clientside_callback(
    "(clicks, children) => [children.toReversed(), children.map(({props}) => props.id).join()]",
    Output("list", "children"),
    Output("list-said", "children"),
    Input("turn", "n_clicks"),
    State("list", "children"),
    prevent_initial_call=True,
)
