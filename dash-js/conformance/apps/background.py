"""A callback that a worker runs: it shows how far it is, and can be ended."""
import tempfile
import time

import diskcache
from dash import Dash, DiskcacheManager, Input, Output, dcc, html

cache = diskcache.Cache(tempfile.mkdtemp())
app = Dash(__name__, background_callback_manager=DiskcacheManager(cache))
app.layout = html.Div(
    [
        html.Button("Start", id="start"),
        html.Button("Stop", id="stop"),
        html.P("idle", id="progress"),
        html.P("no result", id="result"),
        html.P("ready", id="state"),
        html.Button("Quick", id="quick"),
        html.P("-", id="answer"),
    ]
)


@app.callback(
    Output("result", "children"),
    Input("start", "n_clicks"),
    background=True,
    interval=100,
    running=[(Output("start", "disabled"), True, False), (Output("state", "children"), "busy", "ready")],
    cancel=[Input("stop", "n_clicks")],
    progress=Output("progress", "children"),
    progress_default="idle",
    prevent_initial_call=True,
)
def work(set_progress, clicks):
    steps = 3 if clicks % 2 == 1 else 200
    for step in range(steps):
        set_progress(f"step {step + 1} of {steps}")
        time.sleep(0.3)
    return f"done {clicks}"


@app.callback(
    Output("answer", "children"), Input("quick", "n_clicks"), background=True, prevent_initial_call=True
)
def quick(clicks):
    return f"answer {clicks}"
