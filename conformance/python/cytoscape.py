"""A network of dash-cytoscape."""
import dash_cytoscape as cyto
from dash import Dash, Input, Output, State, html


def node(name, x):
    return {"data": {"id": name, "label": name}, "position": {"x": x, "y": 100}}


app = Dash(__name__)
app.layout = html.Div(
    [
        cyto.Cytoscape(
            id="net",
            elements=[node("a", 100), node("b", 300), {"data": {"id": "ab", "source": "a", "target": "b"}}],
            layout={"name": "preset", "fit": False},
            style={"width": "500px", "height": "300px"},
        ),
        html.Button("Add a node", id="add"),
        html.Button("Zoom in", id="near"),
        html.P(id="tapped"),
        html.P(id="edge"),
        html.P(id="hovered"),
        html.P(id="picked"),
        html.P(id="count"),
    ]
)


@app.callback(
    Output("net", "elements"),
    Output("count", "children"),
    Input("add", "n_clicks"),
    State("net", "elements"),
    prevent_initial_call=True,
)
def add(_clicks, elements):
    elements = [*elements, node("c", 450)]
    return elements, f"{len(elements)} elements"


@app.callback(Output("net", "zoom"), Input("near", "n_clicks"), prevent_initial_call=True)
def near(_clicks):
    return 0.5


@app.callback(Output("tapped", "children"), Input("net", "tapNodeData"))
def tap(data):
    return f"node {data['id'] if data else '-'}"


@app.callback(Output("edge", "children"), Input("net", "tapEdgeData"))
def tap_edge(data):
    return f"edge {data['id'] if data else '-'}"


@app.callback(Output("hovered", "children"), Input("net", "mouseoverNodeData"))
def hover(data):
    return f"over {data['id'] if data else '-'}"


@app.callback(Output("picked", "children"), Input("net", "selectedNodeData"))
def pick(nodes):
    return f"picked {'+'.join(sorted(node['id'] for node in nodes or []))}"
