"""Several pages, one with a part of its path as an argument."""
import dash
from dash import Dash, Input, Output, callback, dcc, html

app = Dash(__name__, use_pages=True, pages_folder="", suppress_callback_exceptions=True)

dash.register_page(
    "home", path="/", title="Home", layout=html.Div([html.H2("Home"), dcc.Input(id="name", value="you"), html.P(id="hello")])
)
dash.register_page("list", path="/list", title="The list", layout=html.H2("List"))


def item(number=None, color="no color", **_):
    return html.Div([html.H2(f"Item {number}"), html.P(color, id="color")])


dash.register_page("item", path_template="/item/<number>", title="An item", layout=item)

app.layout = html.Div(
    [
        dcc.Link("Home", href="/", id="to-home"),
        dcc.Link("List", href="/list", id="to-list"),
        dcc.Link("Item 7", href="/item/7?color=red", id="to-item"),
        dash.page_container,
    ]
)


@app.callback(Output("hello", "children"), Input("name", "value"))
def hello(name):
    return f"Hello {name}"
