"""What the page shows while a callback runs: a spinner, another title, a button that cannot be pressed."""
import threading

from dash import Dash, Input, Output, dcc, html

app = Dash(__name__, title="Busy", update_title="Working...")
gate = threading.Event()
app.layout = html.Div(
    [
        html.Button("Go", id="go"),
        html.Button("Release", id="release"),
        dcc.Loading(html.P("idle", id="result"), id="loading", custom_spinner=html.B("wait", id="spinner")),
        html.P("-", id="state"),
        html.P(id="released"),
    ]
)


@app.callback(
    Output("result", "children"),
    Input("go", "n_clicks"),
    running=[(Output("go", "disabled"), True, False), (Output("state", "children"), "running", "done")],
    prevent_initial_call=True,
)
def work(clicks):
    gate.wait(20)
    gate.clear()
    return f"worked {clicks}"


@app.callback(Output("released", "children"), Input("release", "n_clicks"), prevent_initial_call=True)
def release(clicks):
    gate.set()
    return f"released {clicks}"
