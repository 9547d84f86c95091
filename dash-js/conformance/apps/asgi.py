"""An app whose server is FastAPI."""
from dash import Dash, Input, Output, dcc, html

app = Dash(__name__, backend="fastapi")
app.layout = html.Div([dcc.Input(id="in", value="a"), html.P(id="out"), html.P(id="twice")])


@app.callback(Output("out", "children"), Input("in", "value"))
async def show(text):
    return f"got {text}"


@app.callback(Output("twice", "children"), Input("out", "children"))
def twice(text):
    return f"{text}, {text}"
