"""Callbacks that the browser runs."""
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, dcc, html

app = Dash(__name__)
app.index_string = app.index_string.replace(
    "{%config%}",
    """{%config%}
    <script>
    window.dash_clientside = Object.assign({}, window.dash_clientside, {
        site: {
            shout: (text) => (text || '') + '!',
            later: (text) => new Promise((done) => setTimeout(() => done('later ' + text), 50)),
        },
    });
    </script>""",
)
app.layout = html.Div(
    [
        dcc.Input(id="in", value="a"),
        html.P(id="shouted"),
        html.P(id="echoed"),
        html.P(id="later"),
        html.P(id="context"),
        html.P("kept", id="kept"),
        html.P("prevented", id="prevented"),
        html.Button("Go", id="go"),
        html.P("-", id="set"),
        html.P(id="heard"),
        dcc.Store(id="list", data=[1]),
        html.P(id="patched"),
        html.Div([html.P(id={"kind": "item", "n": n}, className="item") for n in range(3)]),
    ]
)

app.clientside_callback(
    ClientsideFunction("site", "shout"), Output("shouted", "children"), Input("in", "value")
)
app.clientside_callback(
    ClientsideFunction("site", "later"), Output("later", "children"), Input("in", "value")
)
app.clientside_callback(
    """function (text, shouted) {
        const {triggered, triggered_id, inputs, states, inputs_list, states_list, outputs_list} = dash_clientside.callback_context;
        return JSON.stringify({triggered, triggered_id, inputs, states, inputs_list, states_list, outputs_list});
    }""",
    Output("context", "children"),
    Input("in", "value"),
    State("go", "id"),
)
app.clientside_callback(
    "(clicks) => [dash_clientside.no_update, 'not kept ' + clicks]",
    Output("kept", "children"),
    Output("kept", "title"),
    Input("go", "n_clicks"),
    prevent_initial_call=True,
)
app.clientside_callback(
    "() => { throw dash_clientside.PreventUpdate; }",
    Output("prevented", "children"),
    Input("go", "n_clicks"),
)
app.clientside_callback(
    """(clicks) => {
        dash_clientside.set_props('set', {children: 'set ' + clicks});
        return new dash_clientside.Patch().append([], clicks).build();
    }""",
    Output("list", "data"),
    Input("go", "n_clicks"),
    prevent_initial_call=True,
)
app.clientside_callback(
    "(list) => JSON.stringify(list)", Output("patched", "children"), Input("list", "data")
)
app.clientside_callback(
    "(text) => [0, 1, 2].map((n) => text + n)",
    Output({"kind": "item", "n": ALL}, "children"),
    Input("in", "value"),
)


@app.callback(Output("echoed", "children"), Input("shouted", "children"))
def echo(text):
    return f"the server heard {text}"


@app.callback(Output("heard", "children"), Input("set", "children"))
def hear(text):
    return f"heard {text}"
