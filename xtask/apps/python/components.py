"""2,000 components and 200 callbacks; the first 20 are called when the page is loaded."""
from dash import Dash, Input, Output, dcc, html


def row(number):
    return html.Div(
        [
            html.Label(f"Row {number}"),
            html.Button("Click", id=f"button_{number}", className="button"),
            html.P(id=f"text_{number}", className="text"),
            dcc.Input(),
            html.Div([html.Span(text) for text in "abcd"]),
        ]
    )


app = Dash(__name__)
app.layout = html.Div([row(number) for number in range(200)])

for number in range(200):

    @app.callback(
        Output(f"text_{number}", "children"),
        Input(f"button_{number}", "n_clicks"),
        prevent_initial_call=number >= 20,
    )
    def text(clicks):
        return f"Clicked {clicks or 0} times"
