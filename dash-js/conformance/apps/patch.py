"""Edits of props."""
from dash import Dash, Input, Output, Patch, ctx, dcc, html

app = Dash(__name__)
EDITS = ["assign", "append", "prepend", "insert", "extend", "remove", "delete", "reverse", "merge", "math", "clear"]
app.layout = html.Div(
    [html.Button(edit, id=edit) for edit in EDITS]
    + [
        dcc.Store(id="data", data={"list": [1, 2, 3], "map": {"a": {"b": 1}}, "n": 10}),
        html.Pre(id="shown"),
        html.Ul([html.Li("first")], id="items"),
    ]
)


def edited(edit):
    data = Patch()
    match edit:
        case "assign":
            data["map"]["a"]["c"] = 2
        case "append":
            data["list"].append(4)
        case "prepend":
            data["list"].prepend(0)
        case "insert":
            data["list"].insert(1, "x")
        case "extend":
            data["list"].extend([5, 6])
        case "remove":
            data["list"].remove("x")
        case "delete":
            del data["list"][-1]
        case "reverse":
            data["list"].reverse()
        case "merge":
            data["map"].update({"d": 4})
        case "math":
            data["n"] += 5
            data["n"] *= 2
            data["n"] -= 6
            data["n"] /= 4
        case "clear":
            data["list"].clear()
    return data


@app.callback(
    Output("data", "data"),
    Output("items", "children"),
    [Input(edit, "n_clicks") for edit in EDITS],
    prevent_initial_call=True,
)
def edit(*_):
    items = Patch()
    items.append(html.Li(ctx.triggered_id))
    return edited(ctx.triggered_id), items


app.clientside_callback("JSON.stringify", Output("shown", "children"), Input("data", "data"))
