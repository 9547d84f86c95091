"""Five callbacks, each of which waits for the one before."""
from dash import Dash, Input, Output, html

STEPS = ["one", "two", "three", "four", "end"]

app = Dash(__name__)
app.layout = html.Div([html.Button("Click me", id="button"), *[html.P(id=step) for step in STEPS]])


@app.callback(Output("one", "children"), Input("button", "n_clicks"))
def one(clicks):
    return f"{clicks or 0}."


for before, after in zip(STEPS, STEPS[1:]):

    @app.callback(Output(after, "children"), Input(before, "children"))
    def step(text):
        return f"{text or ''}."
