"""Pages of dash-bootstrap-components."""
import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, html

app = Dash(__name__)
app.layout = dbc.Container(
    [
        dbc.Row(
            [
                dbc.Col(dbc.Button("Count", id="button", color="primary")),
                dbc.Col(html.P(id="clicks")),
            ]
        ),
        dbc.Input(id="typed", value=""),
        html.P(id="said"),
        dbc.Checklist(id="checks", options=["a", "b"], value=[]),
        html.P(id="checked"),
        dbc.RadioItems(
            id="radios", options=[{"label": "X", "value": "x"}, {"label": "Y", "value": "y"}], value="x"
        ),
        html.P(id="radio"),
        dbc.Switch(id="switch", label="On", value=False),
        html.P(id="switched"),
        dbc.Select(id="select", options=["one", "two"], value="one"),
        html.P(id="selected"),
        dbc.Tabs(
            [
                dbc.Tab("In the first", tab_id="first", label="First"),
                dbc.Tab("In the second", id="second", tab_id="second", label="Second"),
            ],
            id="tabs",
            active_tab="first",
        ),
        html.P(id="tab"),
        dbc.Accordion(
            [
                dbc.AccordionItem("Text of A", item_id="a", title="Part A"),
                dbc.AccordionItem("Text of B", item_id="b", title=html.B("Part B")),
            ],
            id="accordion",
            active_item="a",
        ),
        html.P(id="part"),
        html.Button("Toggle", id="toggle"),
        dbc.Collapse("Collapsed", id="collapse", is_open=False),
        html.P(id="opened"),
        html.Button("Ask", id="ask"),
        dbc.Modal(
            [
                dbc.ModalHeader(dbc.ModalTitle("Really?")),
                dbc.ModalBody(html.Button("Yes", id="yes")),
            ],
            id="modal",
            is_open=False,
            fade=False,
        ),
        html.P(id="asked"),
        dbc.DropdownMenu([dbc.DropdownMenuItem("Item", id="item", n_clicks=0)], id="menu", label="Menu"),
        html.P(id="chosen"),
        dbc.Alert("Careful", id="alert", dismissable=True, is_open=True, fade=False),
        html.P(id="alerted"),
        dbc.Pagination(id="pages", max_value=5, active_page=1),
        html.P(id="page"),
        dbc.Progress(id="progress", value=10, label="10"),
    ]
)


@app.callback(Output("clicks", "children"), Output("progress", "label"), Input("button", "n_clicks"))
def count(clicks):
    return f"clicked {clicks or 0}", f"{clicks or 0} done"


@app.callback(Output("said", "children"), Input("typed", "value"))
def say(text):
    return f"said {text or ''}"


@app.callback(Output("checked", "children"), Input("checks", "value"))
def check(values):
    return f"checked {'+'.join(values)}"


@app.callback(Output("radio", "children"), Input("radios", "value"))
def pick(value):
    return f"picked {value}"


@app.callback(Output("switched", "children"), Input("switch", "value"))
def switch(on):
    return "on" if on else "off"


@app.callback(Output("selected", "children"), Input("select", "value"))
def select(value):
    return f"selected {value or ''}"


@app.callback(Output("tab", "children"), Output("second", "label"), Input("tabs", "active_tab"))
def turn(tab):
    return f"tab {tab}", f"After {tab}"


@app.callback(Output("part", "children"), Input("accordion", "active_item"))
def unfold(item):
    return f"part {item or 'none'}"


@app.callback(Output("collapse", "is_open"), Output("opened", "children"), Input("toggle", "n_clicks"))
def toggle(clicks):
    is_open = (clicks or 0) % 2 == 1
    return is_open, "open" if is_open else "closed"


@app.callback(
    Output("modal", "is_open"), Output("asked", "children"), Input("ask", "n_clicks"), Input("yes", "n_clicks")
)
def ask(asked, answered):
    asked, answered = asked or 0, answered or 0
    return asked > answered, f"asked {asked}, answered {answered}"


@app.callback(Output("chosen", "children"), Input("item", "n_clicks"))
def choose(clicks):
    return f"item {clicks}"


@app.callback(Output("alerted", "children"), Input("alert", "is_open"))
def dismiss(is_open):
    return "alert" if is_open else "no alert"


@app.callback(Output("page", "children"), Input("pages", "active_page"))
def leaf(page):
    return f"page {page}"
