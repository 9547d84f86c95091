"""A chain: one callback reads what two others write."""
from dash import Dash, Input, Output, State, dcc, html

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Input(id="in", value="abc"),
        html.P(id="upper"),
        html.P(id="length"),
        html.P(id="both"),
        html.Button("Save", id="save"),
        html.P("nothing", id="saved"),
    ]
)


@app.callback(Output("upper", "children"), Input("in", "value"))
def upper(text):
    return text.upper()


@app.callback(Output("length", "children"), Input("in", "value"))
def length(text):
    return len(text)


@app.callback(Output("both", "children"), Input("upper", "children"), Input("length", "children"))
def both(upper, length):
    return f"{upper} has {length}"


@app.callback(
    Output("saved", "children"),
    Input("save", "n_clicks"),
    State("in", "value"),
    State("both", "children"),
    prevent_initial_call=True,
)
def save(clicks, text, both):
    return f"{clicks}: {text}, {both}"
