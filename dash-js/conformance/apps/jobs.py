"""More callbacks in the background: patterns, side updates, failures, runs that overtake each other."""
import tempfile
import time

import diskcache
from dash import MATCH, Dash, DiskcacheManager, Input, Output, html, set_props

cache = diskcache.Cache(tempfile.mkdtemp())
app = Dash(__name__, background_callback_manager=DiskcacheManager(cache))
app.layout = html.Div(
    [html.Div([html.Button(f"Run {n}", id={"job": "run", "n": n}), html.P("-", id={"job": "ran", "n": n}, className="ran")]) for n in (1, 2)]
    + [
        html.Button("Side", id="side"),
        html.P("unset", id="side-out"),
        html.P("no title", id="side-done"),
        html.Button("Fail", id="fail"),
        html.P("kept", id="fail-out"),
        html.Button("Slow", id="slow"),
        html.P("-", id="slow-out"),
    ]
)


@app.callback(
    Output({"job": "ran", "n": MATCH}, "children"),
    Input({"job": "run", "n": MATCH}, "n_clicks"),
    background=True,
    interval=100,
    prevent_initial_call=True,
)
def run(clicks):
    return f"ran {clicks}"


@app.callback(Output("side-done", "children"), Input("side", "n_clicks"), background=True, interval=100, prevent_initial_call=True)
def side(clicks):
    set_props("side-out", {"children": f"set {clicks}"})
    time.sleep(0.5)
    return f"done {clicks}"


@app.callback(Output("fail-out", "children"), Input("fail", "n_clicks"), background=True, interval=100, prevent_initial_call=True)
def fail(clicks):
    if clicks == 1:
        raise ValueError("the job failed")
    return f"recovered {clicks}"


@app.callback(Output("slow-out", "children"), Input("slow", "n_clicks"), background=True, interval=100, prevent_initial_call=True)
def slow(clicks):
    time.sleep(3 if clicks == 1 else 0.1)
    return f"slow {clicks}"
