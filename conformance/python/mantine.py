"""Pages of dash-mantine-components."""
import dash_mantine_components as dmc
from dash import Dash, Input, Output, html

app = Dash(__name__)
app.layout = dmc.MantineProvider(
    [
        dmc.Button("Count", id="button"),
        dmc.Text("", id="clicks"),
        dmc.TextInput(id="typed", label="Name", value="", debounce=False),
        html.P(id="said"),
        dmc.NumberInput(id="number", value=1, debounce=False),
        html.P(id="doubled"),
        dmc.Select(id="select", data=["React", "Vue"], value="React"),
        html.P(id="selected"),
        dmc.Checkbox(id="checkbox", label="Agree", checked=False),
        html.P(id="checked"),
        dmc.Switch(id="switch", label="On", checked=False),
        html.P(id="switched"),
        dmc.SegmentedControl(id="segments", data=["day", "week"], value="day"),
        html.P(id="segment"),
        dmc.Tabs(
            [
                dmc.TabsList([dmc.TabsTab("One", value="one"), dmc.TabsTab("Two", value="two")]),
                dmc.TabsPanel("Panel one", value="one"),
                dmc.TabsPanel("Panel two", value="two"),
            ],
            id="tabs",
            value="one",
        ),
        html.P(id="tab"),
        dmc.Accordion(
            [
                dmc.AccordionItem(
                    [dmc.AccordionControl("Part A"), dmc.AccordionPanel("Text of A")], value="a"
                ),
                dmc.AccordionItem(
                    [dmc.AccordionControl("Part B"), dmc.AccordionPanel("Text of B")], value="b"
                ),
            ],
            id="accordion",
            value="a",
        ),
        html.P(id="part"),
        dmc.Slider(id="slider", value=20, min=0, max=100, step=10, updatemode="drag"),
        html.P(id="slid"),
        dmc.ChipGroup([dmc.Chip("Chip X", value="x"), dmc.Chip("Chip Y", value="y")], id="chips", value="x"),
        html.P(id="chip"),
        dmc.Pagination(id="pages", total=5, value=1),
        html.P(id="page"),
        dmc.Menu(
            [
                dmc.MenuTarget(dmc.Button("Menu", id="menu")),
                dmc.MenuDropdown(dmc.MenuItem("Item", id="item", n_clicks=0)),
            ]
        ),
        html.P(id="chosen"),
        html.Button("Ask", id="ask"),
        dmc.Modal("In the modal", id="modal", opened=False, title="Really?"),
        html.P(id="asked"),
        dmc.Stepper(
            [
                dmc.StepperStep("Step one", label="First"),
                dmc.StepperStep("Step two", label="Second"),
            ],
            id="stepper",
            active=0,
        ),
        dmc.BarChart(
            id="chart",
            h=120,
            w=300,
            dataKey="month",
            data=[{"month": "January", "sales": 3}, {"month": "May", "sales": 2}],
            series=[{"name": "sales", "color": "blue"}],
        ),
    ]
)


@app.callback(Output("clicks", "children"), Output("stepper", "active"), Input("button", "n_clicks"))
def count(clicks):
    return f"clicked {clicks or 0}", 1 if clicks else 0


@app.callback(Output("said", "children"), Input("typed", "value"))
def say(text):
    return f"said {text or ''}"


@app.callback(Output("doubled", "children"), Input("number", "value"))
def double(number):
    return "none" if number is None else f"doubled {number * 2}"


@app.callback(Output("selected", "children"), Input("select", "value"))
def select(value):
    return f"selected {value or 'nothing'}"


@app.callback(Output("checked", "children"), Input("checkbox", "checked"))
def check(checked):
    return "agreed" if checked else "not agreed"


@app.callback(Output("switched", "children"), Input("switch", "checked"))
def switch(checked):
    return "on" if checked else "off"


@app.callback(Output("segment", "children"), Input("segments", "value"))
def segment(value):
    return f"segment {value}"


@app.callback(Output("tab", "children"), Input("tabs", "value"))
def turn(value):
    return f"tab {value}"


@app.callback(Output("part", "children"), Input("accordion", "value"))
def unfold(value):
    return f"part {value or 'none'}"


@app.callback(Output("slid", "children"), Input("slider", "value"))
def slide(value):
    return f"at {value}"


@app.callback(Output("chip", "children"), Input("chips", "value"))
def chip(value):
    return f"chip {value or 'none'}"


@app.callback(Output("page", "children"), Input("pages", "value"))
def leaf(page):
    return f"page {page}"


@app.callback(Output("chosen", "children"), Input("item", "n_clicks"))
def choose(clicks):
    return f"item {clicks}"


@app.callback(Output("modal", "opened"), Input("ask", "n_clicks"), prevent_initial_call=True)
def ask(_clicks):
    return True


@app.callback(Output("asked", "children"), Input("modal", "opened"))
def answer(opened):
    return "asking" if opened else "not asking"
