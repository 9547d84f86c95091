"""Callbacks that are wrong in themselves, so that none may run."""
from dash import ALL, ALLSMALLER, MATCH, Dash, Input, Output, State, html

app = Dash(__name__, backend="fastapi", suppress_callback_exceptions=True)
app.enable_dev_tools(debug=True, dev_tools_hot_reload=False, dev_tools_disable_version_check=True)
app.layout = html.Div([html.Div("as it was", id="a"), html.Div("text", id="b")])


@app.callback([Output("a", "children"), Output("a", "children")], Input("b", "children"))
def same(b):
    return b, b


@app.callback(Output("a", "children"), Input("b", "children"))
def other(b):
    return b


@app.callback([Output({"a": 1}, "children"), Output({"a": ALL}, "children")], Input("b", "children"))
def overlapping(b):
    return b, []


@app.callback([Output({"b": MATCH}, "children"), Output({"b": ALL, "c": 1}, "children")], Input("b", "children"))
def mismatched(b):
    return b, []


@app.callback(
    Output({"d": MATCH}, "children"),
    [Input({"e": MATCH}, "children"), Input({"f": ALLSMALLER}, "children")],
    State({"g": MATCH, "h": MATCH}, "children"),
)
def unbound(e, f, g):
    return e


@app.callback(Output({"": 1, "i": [4], "j": ALLSMALLER}, "children"), Input({"k": {"l": 1}}, "children"))
def values(k):
    return k


@app.callback([Output("a", "title"), Output("", "")], Input("", ""))
def blank(text):
    return text, text


@app.callback(Output("a", "style"), Input({}, "children"))
def keyless(text):
    return {}


@app.callback(Output("b", "style"), [], prevent_initial_call=True)
def never():
    return {}
