"""A callback that makes another one."""
from dash import Dash, Input, Output, html

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("Make", id="make"),
        html.P(id="made"),
        html.Button("Use", id="use"),
        html.P("unused", id="used"),
    ]
)


@app.callback(
    Output("made", "children"), Input("make", "n_clicks"), _allow_dynamic_callbacks=True, prevent_initial_call=True
)
def make(_):
    @app.callback(Output("used", "children"), Input("use", "n_clicks"), prevent_initial_call=True)
    def use(clicks):
        return f"used {clicks}"

    return "made"
