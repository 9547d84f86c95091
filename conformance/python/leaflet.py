"""A map of dash-leaflet."""
import dash_leaflet as dl
from dash import Dash, Input, Output, html

TILE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
SQUARE = [[[10, 40], [20, 40], [20, 50], [10, 50], [10, 40]]]
FEATURES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "square"},
            "geometry": {"type": "Polygon", "coordinates": SQUARE},
        }
    ],
}

app = Dash(__name__)
app.layout = html.Div(
    [
        dl.Map(
            [
                dl.LayersControl(
                    [
                        dl.BaseLayer(dl.TileLayer(url=TILE), name="Plain", checked=True),
                        dl.BaseLayer(dl.TileLayer(url=TILE), name="Dark"),
                        dl.Overlay(dl.LayerGroup(id="shops"), name="Shops", checked=True),
                    ],
                    id="layers",
                    collapsed=False,
                ),
                dl.Marker(dl.Popup("Popup of home"), id="marker", position=[45, 0], title="home"),
                dl.GeoJSON(id="shapes", data=FEATURES),
            ],
            id="map",
            center=[45, 5],
            zoom=4,
            zoomAnimation=False,
            style={"width": "600px", "height": "400px"},
        ),
        html.Button("Add a shop", id="add"),
        html.Button("Zoom out", id="fly"),
        html.P(id="zoom"),
        html.P(id="clicked"),
        html.P(id="marked"),
        html.P(id="shape"),
        html.P(id="base"),
        html.P(id="overlays"),
    ]
)


@app.callback(Output("shops", "children"), Input("add", "n_clicks"))
def add(clicks):
    return [dl.Marker(position=[40, 4 * shop], title="shop") for shop in range(clicks or 0)]


@app.callback(Output("map", "viewport"), Input("fly", "n_clicks"), prevent_initial_call=True)
def fly(_clicks):
    return {"center": [45, 5], "zoom": 2, "transition": "setView"}


@app.callback(Output("zoom", "children"), Input("map", "zoom"))
def zoom(value):
    return f"zoom {value}"


@app.callback(Output("clicked", "children"), Input("map", "n_clicks"))
def click(clicks):
    return f"map {clicks or 0}"


@app.callback(Output("marked", "children"), Input("marker", "n_clicks"))
def mark(clicks):
    return f"marker {clicks or 0}"


@app.callback(Output("shape", "children"), Input("shapes", "clickData"))
def shape(feature):
    return f"shape {feature['properties']['name'] if feature else '-'}"


@app.callback(
    Output("base", "children"),
    Output("overlays", "children"),
    Input("layers", "baseLayer"),
    Input("layers", "overlays"),
)
def layers(base, overlays):
    return f"base {base or '-'}", f"overlays {'+'.join(overlays or [])}"
