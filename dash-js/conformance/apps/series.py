"""A series each of whose members reads the smaller ones, by the server or by the browser."""
from dash import ALL, ALLSMALLER, MATCH, Dash, Input, Output, dcc, html

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("More", id="more"),
        html.Button("Less", id="less"),
        dcc.Store(id="count", data=3),
        html.Div(id="here"),
        html.P(id="sum-here"),
        html.Div(id="there"),
        html.P(id="sum-there"),
    ]
)


@app.callback(
    Output("count", "data"),
    Input("more", "n_clicks"),
    Input("less", "n_clicks"),
    prevent_initial_call=True,
)
def count(more, less):
    return 3 + (more or 0) - (less or 0)


for kind in ("here", "there"):

    @app.callback(Output(kind, "children"), Input("count", "data"))
    def members(count, kind=kind):
        return [html.Span(id={kind: i}) for i in range(count)]


app.clientside_callback(
    "(before) => before.length < 2 ? before.length : (before.at(-1) || 0) + (before.at(-2) || 0)",
    Output({"here": MATCH}, "children"),
    Input({"here": ALLSMALLER}, "children"),
)
app.clientside_callback(
    "(all) => `${all.length}: ${all.reduce((a, b) => a + (b || 0), 0)}`",
    Output("sum-here", "children"),
    Input({"here": ALL}, "children"),
)


@app.callback(Output({"there": MATCH}, "children"), Input({"there": ALLSMALLER}, "children"))
def member(before):
    return len(before) if len(before) < 2 else (before[-1] or 0) + (before[-2] or 0)


@app.callback(Output("sum-there", "children"), Input({"there": ALL}, "children"))
def total(all_of_them):
    return f"{len(all_of_them)}: {sum(one or 0 for one in all_of_them)}"
