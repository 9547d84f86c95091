"""A button and a text, as `examples/counter.rs`."""
from dash import Dash, Input, Output, html

app = Dash(__name__)
app.layout = html.Div([html.H1("Counter"), html.Button("Click me", id="button"), html.P(id="text")])


@app.callback(Output("text", "children"), Input("button", "n_clicks"))
def count(clicks):
    if not clicks:
        return "Not clicked yet"
    return "Clicked once" if clicks == 1 else f"Clicked {clicks} times"
