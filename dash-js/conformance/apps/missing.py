"""Callbacks some of whose components are not there yet."""
from dash import ALL, Dash, Input, Output, State, html

app = Dash(__name__, suppress_callback_exceptions=True)
app.layout = html.Div(
    [
        html.P("Title", id="title"),
        html.Button("Go", id="go"),
        html.Div(id="place"),
        html.P("first", id="all-missing"),
        html.P("second", id="follows"),
        html.P("third", id="follows-too"),
        html.P("fourth", id="some-missing"),
        html.P("fifth", id="list"),
        html.P("sixth", id="optional"),
    ]
)


@app.callback(Output("place", "children"), Input("go", "n_clicks"))
def place(clicks):
    return [html.P("A", id="a"), html.P("B", id="b"), html.P("I", id={"i": 1})] if clicks else "nothing yet"


@app.callback(Output("all-missing", "children"), Input("a", "children"), State("title", "children"))
def all_missing(a, title):
    return f"{a} {title}"


@app.callback(Output("follows", "children"), Input("all-missing", "children"))
def follows(text):
    return f"follows {text}"


@app.callback(Output("follows-too", "children"), Input("all-missing", "children"), Input("title", "children"))
def follows_too(text, title):
    return f"follows {text}, {title}"


@app.callback(Output("some-missing", "children"), Input("b", "children"), Input("title", "children"))
def some_missing(b, title):
    return f"{b} {title}"


@app.callback(Output("list", "children"), Input({"i": ALL}, "children"))
def listed(items):
    return str(items)


@app.callback(
    Output("optional", "children"), Input("nowhere", "children", allow_optional=True), Input("title", "children")
)
def optional(nowhere, title):
    return f"{nowhere} {title}"
