"""Dash's own html and dcc."""
from dash import Dash, Input, Output, dcc, html

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Button("Count", id="button"),
        html.P(id="clicks"),
        dcc.Input(id="typed", value=""),
        html.P(id="said"),
        dcc.Input(id="number", type="number", value=1),
        html.P(id="doubled"),
        dcc.Dropdown(id="dropdown", options=["red", "green", "blue"], value="red"),
        html.P(id="chosen"),
        dcc.Checklist(id="checks", options=["a", "b"], value=[]),
        html.P(id="checked"),
        dcc.RadioItems(
            id="radios",
            options=[{"label": "X", "value": "x"}, {"label": html.B("Y"), "value": "y"}],
            value="x",
        ),
        html.P(id="radio"),
        dcc.Slider(id="slider", min=0, max=10, step=1, value=3, updatemode="drag"),
        html.P(id="slid"),
        dcc.Textarea(id="area", value="one"),
        html.P(id="length"),
        dcc.Tabs(
            [
                dcc.Tab("In the first", id="first", value="first", label="First"),
                dcc.Tab(html.B("In the second", id="bold"), id="second", value="second", label="Second"),
            ],
            id="tabs",
            value="first",
        ),
        html.P(id="tab"),
        dcc.Location(id="location", refresh=False),
        dcc.Link("Go there", id="link", href="/there"),
        html.P(id="place"),
        dcc.Markdown("*plain*", id="markdown"),
        dcc.Store(id="store"),
        html.P(id="stored"),
        dcc.Loading(html.Div(id="rows"), id="loading"),
        dcc.Graph(
            id="graph",
            figure={
                "data": [{"type": "bar", "x": ["a", "b"], "y": [2, 3]}],
                "layout": {"width": 400, "height": 300},
            },
        ),
        html.P(id="bar"),
        dcc.DatePickerSingle(id="date", date="2024-05-17"),
        html.P(id="day"),
    ]
)


@app.callback(Output("clicks", "children"), Output("store", "data"), Input("button", "n_clicks"))
def count(clicks):
    return f"clicked {clicks or 0}", {"clicks": clicks or 0}


@app.callback(Output("stored", "children"), Output("rows", "children"), Input("store", "data"))
def keep(data):
    clicks = (data or {}).get("clicks", 0)
    return f"stored {clicks}", [html.Div(f"row {row}") for row in range(clicks)]


@app.callback(Output("said", "children"), Input("typed", "value"))
def say(text):
    return f"said {text or ''}"


@app.callback(Output("doubled", "children"), Input("number", "value"))
def double(number):
    return "none" if number is None else f"doubled {number * 2}"


@app.callback(Output("chosen", "children"), Output("markdown", "children"), Input("dropdown", "value"))
def choose(value):
    value = value or "nothing"
    return f"chosen {value}", f"**{value}** it is"


@app.callback(Output("checked", "children"), Input("checks", "value"))
def check(values):
    return f"checked {'+'.join(values)}"


@app.callback(Output("radio", "children"), Input("radios", "value"))
def pick(value):
    return f"picked {value}"


@app.callback(Output("slid", "children"), Input("slider", "value"))
def slide(value):
    return f"at {value}"


@app.callback(Output("length", "children"), Input("area", "value"))
def measure(text):
    return f"{len(text or '')} letters"


@app.callback(Output("tab", "children"), Output("second", "label"), Input("tabs", "value"))
def turn(value):
    return f"tab {value}", f"After {value}"


@app.callback(Output("place", "children"), Input("location", "pathname"))
def arrive(path):
    return f"at {path}"


@app.callback(Output("bar", "children"), Input("graph", "clickData"))
def point(data):
    return f"bar {data['points'][0]['x'] if data else '-'}"


@app.callback(Output("day", "children"), Input("date", "date"))
def day(date):
    return f"on {date or 'no day'}"
