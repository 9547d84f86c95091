"""The hooks of the renderer, and a server that wants a new token now and then."""
import flask
from dash import Dash, Input, Output, dcc, html

HEAR = "(...heard) => (window.heard ??= []).push(['%s', ...heard.map((one) => JSON.parse(JSON.stringify(one ?? null)))])"
app = Dash(
    __name__,
    hooks={
        "layout_pre": HEAR % "layout_pre",
        "layout_post": "(layout) => { layout.props.children.push('added'); }",
        "request_pre": HEAR % "request_pre",
        "request_post": HEAR % "request_post",
        "callback_resolved": "(callback, {data}) => (window.resolved ??= []).push([callback.output, data])",
        "request_refresh_jwt": "(old) => (old || '') + 'x'",
    },
)
app.layout = html.Div([html.Button("Go", id="go"), html.P(id="out")])


@app.server.before_request
def check():
    """The third callback wants a token, the fourth another."""
    if flask.request.path != "/_dash-update-component":
        return None
    clicks = flask.request.get_json()["inputs"][0].get("value") or 0
    token = flask.request.headers.get("Authorization", "")
    if len(token.removeprefix("Bearer ")) < clicks - 1:
        return "JWT Expired", 401
    return None


@app.callback(Output("out", "children"), Input("go", "n_clicks"))
def show(clicks):
    return f"{clicks} with {flask.request.headers.get('Authorization')}"
