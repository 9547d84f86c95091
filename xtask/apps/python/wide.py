"""1,000 texts, and 100 inputs that each drive ten of them."""
from dash import Dash, Input, Output, dcc, html

app = Dash(__name__)
app.layout = html.Div(
    [
        html.Div(
            [
                dcc.Input(id=f"entry_{row}", className="entry"),
                *[html.Span(id=f"text_{row}_{text}", className="text") for text in range(10)],
            ]
        )
        for row in range(100)
    ]
)

for row in range(100):

    @app.callback(
        [Output(f"text_{row}_{text}", "children") for text in range(10)], Input(f"entry_{row}", "value")
    )
    def texts(value):
        return [f"{value or ''} {text}" for text in range(10)]
