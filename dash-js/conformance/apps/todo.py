"""A list of tasks, each with a check and a note that reads the checks before it."""
from dash import ALL, ALLSMALLER, MATCH, Dash, Input, Output, State, ctx, dcc, html

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Input(id="text", value=""),
        html.Button("Add", id="add"),
        html.Button("Clear", id="clear"),
        html.Div(id="tasks"),
        html.P(id="total"),
    ]
)


@app.callback(
    Output("tasks", "children"),
    Output("text", "value"),
    Input("add", "n_clicks"),
    Input("text", "n_submit"),
    Input("clear", "n_clicks"),
    State("text", "value"),
    State({"task": ALL}, "children"),
    State({"task": ALL, "part": "done"}, "value"),
)
def edit(add, submit, clear, text, texts, done):
    tasks = [(t, d) for t, d in zip(texts, done) if not (ctx.triggered_id == "clear" and d)]
    adding = ctx.triggered_id in ("add", "text")
    if adding:
        tasks.append((text, []))
    rows = [
        html.Div(
            [
                dcc.Checklist(["done"], d, id={"task": i, "part": "done"}, inline=True),
                html.B(t, id={"task": i}),
                html.I(id={"task": i, "part": "note"}),
            ]
        )
        for i, (t, d) in enumerate(tasks)
    ]
    return rows, "" if adding else text


@app.callback(Output({"task": MATCH}, "style"), Input({"task": MATCH, "part": "done"}, "value"))
def style(done):
    return {"textDecoration": "line-through"} if done else {}


@app.callback(
    Output({"task": MATCH, "part": "note"}, "children"),
    Input({"task": ALLSMALLER, "part": "done"}, "value"),
    Input({"task": MATCH, "part": "done"}, "value"),
)
def note(before, done):
    return "" if done else f"{len([d for d in before if d])} of {len(before)} before"


@app.callback(Output("total", "children"), Input({"task": ALL, "part": "done"}, "value"))
def total(done):
    return f"{len([d for d in done if d])} of {len(done)}"
