"""500 groups of five items; what is clicked in a group is added up beside it."""
from dash import ALL, MATCH, Dash, Input, Output, html


def group(number):
    items = [
        html.Button("+", id={"type": "item", "group": number, "item": item}, className="item")
        for item in range(5)
    ]
    return html.Div([*items, html.Span(id={"type": "total", "group": number}, className="total")])


app = Dash(__name__)
app.layout = html.Div([group(number) for number in range(500)])


@app.callback(
    Output({"type": "total", "group": MATCH}, "children"),
    Input({"type": "item", "group": MATCH, "item": ALL}, "n_clicks"),
)
def add(clicks):
    return str(sum(count or 0 for count in clicks))
