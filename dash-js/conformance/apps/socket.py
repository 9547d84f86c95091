"""Callbacks over a WebSocket: what they set shows at once, and they ask what the page shows."""
import asyncio

from dash import Dash, Input, Output, ctx, html

app = Dash(__name__, backend="fastapi", websocket_callbacks=True)
app.layout = html.Div(
    [
        html.Button("Go", id="go"),
        html.P("-", id="out"),
        html.P("-", id="step"),
        html.P(id="heard"),
        html.P("kept", id="prevented"),
    ]
)


@app.callback(Output("out", "children"), Input("go", "n_clicks"), prevent_initial_call=True)
async def go(clicks):
    ws = ctx.websocket
    for step in range(3):
        await ws.set_prop("step", "children", f"step {step}")
        await asyncio.sleep(0.3)
    seen = await ws.get_prop("step", "children")
    return f"went {clicks}, saw {seen}"


@app.callback(Output("heard", "children"), Input("step", "children"))
def heard(step):
    return f"heard {step}"
