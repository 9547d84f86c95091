"""Rows that come and go, wired by patterns."""
from dash import ALL, ALLSMALLER, MATCH, Dash, Input, Output, State, ctx, dcc, html
from dash.exceptions import PreventUpdate

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("Add", id="add"),
        html.Div([], id="rows"),
        html.P(id="total"),
        html.P("none", id="last"),
    ]
)


def row(index):
    return html.Div(
        [
            dcc.Input(id={"type": "n", "index": index}, type="number", value=index),
            html.Span(id={"type": "double", "index": index}),
            html.Span(id={"type": "below", "index": index}),
            html.Button("Remove", id={"type": "remove", "index": index}, className="remove"),
        ],
        id={"type": "row", "index": index},
        className="row",
    )


@app.callback(
    Output("rows", "children"),
    Input("add", "n_clicks"),
    State("rows", "children"),
    prevent_initial_call=True,
)
def add(clicks, rows):
    return [*rows, row(clicks)]


@app.callback(
    Output("rows", "children", allow_duplicate=True),
    Input({"type": "remove", "index": ALL}, "n_clicks"),
    State({"type": "remove", "index": ALL}, "id"),
    State("rows", "children"),
    prevent_initial_call=True,
)
def remove(clicks, ids, rows):
    if not any(clicks):
        raise PreventUpdate
    return [row for row, id in zip(rows, ids) if id["index"] != ctx.triggered_id["index"]]


@app.callback(
    Output({"type": "double", "index": MATCH}, "children"),
    Input({"type": "n", "index": MATCH}, "value"),
)
def double(value):
    return f"twice: {value * 2}"


@app.callback(
    Output({"type": "below", "index": MATCH}, "children"),
    Input({"type": "n", "index": MATCH}, "id"),
    Input({"type": "n", "index": ALLSMALLER}, "value"),
)
def below(_, values):
    return f" below: {values}"


@app.callback(Output("total", "children"), Input({"type": "n", "index": ALL}, "value"))
def total(values):
    return f"{len(values)} rows, {sum(values)} in all"


@app.callback(
    Output("last", "children"),
    Input({"type": "n", "index": ALL}, "value"),
    prevent_initial_call=True,
)
def last(_):
    return str(ctx.triggered_id)
