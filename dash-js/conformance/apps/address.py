"""An address that callbacks read, write, and that is there before they run."""
from dash import Dash, Input, Output, dash_table, dcc, html
from dash.exceptions import PreventUpdate

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Location(id="at", refresh=False),
        html.Button("Go", id="go"),
        dash_table.DataTable(id="table", columns=[{"name": "a", "id": "a"}]),
        html.P(id="out"),
        html.P(id="search"),
        dcc.Link("Link", href="/linked?x=1#part", id="link"),
    ]
)


@app.callback(Output("table", "data"), Input("at", "pathname"))
def rows(path):
    return [{"a": f"{path}:a"}]


@app.callback(Output("out", "children"), Input("at", "pathname"), Input("table", "data"))
def out(path, rows):
    return f"{rows} {path}"


@app.callback(Output("at", "pathname"), Input("go", "n_clicks"))
def go(clicks):
    if not clicks:
        raise PreventUpdate
    return f"/{clicks}"


@app.callback(Output("search", "children"), Input("at", "search"), Input("at", "hash"))
def search(search, part):
    return f"{search} {part}"
