"""Tabs with components as labels, markdown, and a chart, all of whose code comes late."""
from dash import Dash, Input, Output, State, dcc, html

app = Dash(__name__, show_undo_redo=True)
app.layout = html.Div(
    [
        dcc.Tabs(
            [
                dcc.Tab([html.P("first content")], label="First", value="one"),
                dcc.Tab(dcc.Input(id="inside", value="in a tab"), label=html.B("Second", id="label"), value="two"),
            ],
            id="tabs",
            value="one",
        ),
        html.P(id="chosen"),
        dcc.Dropdown(["red", "green", "blue"], "red", id="dropdown"),
        html.P(id="color"),
        dcc.Checklist([{"label": html.I("an icon", id="icon"), "value": "a"}], [], id="checks"),
        html.P(id="checked"),
        dcc.Markdown("# Title\n\nSome **bold** text", id="markdown"),
        dcc.Input(id="typed", value="", type="text"),
        html.P(id="typed-out"),
    ]
)


@app.callback(Output("chosen", "children"), Input("tabs", "value"))
def chosen(tab):
    return f"tab {tab}"


@app.callback(Output("color", "children"), Input("dropdown", "value"))
def color(value):
    return f"color {value}"


@app.callback(Output("checked", "children"), Input("checks", "value"), State("markdown", "children"))
def checked(values, text):
    return f"{values} {len(text)}"


@app.callback(Output("label", "children"), Input("checks", "value"), prevent_initial_call=True)
def label(values):
    return f"Second {len(values)}"


@app.callback(Output("typed-out", "children"), Input("typed", "value"))
def typed(text):
    return f"typed {text}"
