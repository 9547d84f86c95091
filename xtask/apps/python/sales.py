"""Revenue by month, as `examples/sales.rs`."""
import csv
import pathlib
from collections import defaultdict

from dash import Dash, Input, Output, dcc, html

FILE = pathlib.Path(__file__).parents[3] / "examples/data/sales.csv"
with FILE.open(encoding="utf-8") as file:
    SALES = list(csv.DictReader(file))

app = Dash(__name__)
app.layout = html.Div(
    [
        html.H1("Sales dashboard"),
        html.Label("Region", htmlFor="region"),
        dcc.Dropdown(["North", "South", "East", "West", "Central"], "North", id="region"),
        dcc.Graph(id="chart"),
    ]
)


@app.callback(Output("chart", "figure"), Input("region", "value"))
def update_chart(region):
    by_month = defaultdict(float)
    for sale in SALES:
        if sale["region"] == region:
            by_month[sale["month"]] += float(sale["revenue"])
    months = sorted(by_month)
    bar = {"type": "bar", "x": months, "y": [by_month[month] for month in months]}
    layout = {"title": {"text": region or "Choose a region"}, "yaxis": {"title": {"text": "Revenue"}}}
    return {"data": [bar], "layout": layout}
