"""A callback that fails, beside one that does not."""
from dash import Dash, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("Go", id="go"),
        html.P("kept", id="failing"),
        html.P("after", id="follower"),
        html.P(id="fine"),
        html.P("same", id="prevented"),
    ]
)


@app.callback(Output("failing", "children"), Input("go", "n_clicks"), prevent_initial_call=True)
def failing(clicks):
    if clicks == 1:
        raise ValueError("no sales today")
    return f"recovered {clicks}"


@app.callback(Output("follower", "children"), Input("failing", "children"), prevent_initial_call=True)
def follower(text):
    return f"follows {text}"


@app.callback(Output("fine", "children"), Input("go", "n_clicks"))
def fine(clicks):
    return f"fine {clicks}"


@app.callback(Output("prevented", "children"), Input("go", "n_clicks"))
def prevented(_):
    raise PreventUpdate
