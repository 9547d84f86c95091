//! What a graph reports, read from the JSON that Plotly's events become.
use dash_components::dcc::{
    ClickAnnotationData, ClickData, ExtendData, HoverData, PlotValue, RelayoutData, RestyleData,
    SelectedData,
};
use dash_components::{PropType, Timestamp};
use serde_json::json;

#[track_caller]
fn read<P: PropType>(json: &serde_json::Value) -> P {
    P::decode(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn number(number: f64) -> PlotValue {
    PlotValue::Number(number)
}

fn text(text: &str) -> PlotValue {
    PlotValue::Text(text.to_owned())
}

#[test]
fn a_click_on_a_scatter_point() {
    let click: Option<ClickData> = read(&json!({
        "points": [{
            "curveNumber": 0, "pointNumber": 5, "pointIndex": 5,
            "x": "2007-01-01", "y": 40.5, "text": "Asia", "customdata": ["JPN", 127],
            "bbox": {"x0": 10.5, "x1": 20, "y0": 30, "y1": 40}, "marker.size": 12
        }],
        "timestamp": 1_700_000_000_000_u64
    }));
    let click = click.unwrap();
    assert_eq!(click.timestamp, Some(Timestamp::from_millis(1_700_000_000_000)));
    let [point] = &click.points[..] else { panic!("{click:?}") };
    assert_eq!(
        (point.curve_number, point.point_number, point.point_index),
        (Some(0), Some(5), Some(5))
    );
    assert_eq!((&point.x, &point.y), (&Some(text("2007-01-01")), &Some(number(40.5))));
    assert_eq!(point.x.as_ref().and_then(PlotValue::as_date).unwrap().to_string(), "2007-01-01");
    assert_eq!(point.text, Some(text("Asia")));
    assert_eq!(point.customdata, Some(json!(["JPN", 127])));
    assert_eq!(point.bbox.map(|bbox| (bbox.x0, bbox.y1)), Some((10.5, 40.0)));
    assert_eq!(point.z, None);
}

#[test]
fn other_kinds_of_traces_have_other_fields() {
    let point =
        |json| read::<Option<HoverData>>(&json!({"points": [json]})).unwrap().points.remove(0);
    let slice = point(
        json!({"curveNumber": 0, "pointNumber": 2, "label": "Rent", "value": 700, "percent": 0.35}),
    );
    assert_eq!(
        (slice.label, slice.value, slice.percent),
        (Some(text("Rent")), Some(number(700.0)), Some(0.35))
    );
    let cell = point(json!({"curveNumber": 0, "pointNumber": [3, 4], "x": "b", "y": 1, "z": -2}));
    assert_eq!((cell.point_number, cell.z), (None, Some(number(-2.0))));
    let place = point(json!({"lat": 48.8, "lon": 2.3, "location": "FRA"}));
    assert_eq!((place.lat, place.lon, place.location), (Some(48.8), Some(2.3), Some(text("FRA"))));
    let bin = point(json!({"binNumber": 3, "pointNumbers": [1, 4], "x": 2.5, "y": 2}));
    assert_eq!(bin.point_numbers, Some(vec![1, 4]));
}

#[test]
fn one_odd_field_costs_no_other() {
    let click: Option<ClickData> = read(&json!({
        "points": [{"curveNumber": -1, "pointNumber": null, "x": ["2024", "Q1"], "y": 2, "bbox": null, "percent": "x"}]
    }));
    let point = click.unwrap().points.remove(0);
    assert_eq!((point.curve_number, point.x, point.y), (None, None, Some(number(2.0))));
    assert_eq!((point.bbox, point.percent), (None, None));
}

#[test]
fn nothing_was_clicked() {
    assert_eq!(read::<Option<ClickData>>(&json!(null)), None);
    assert_eq!(read::<Option<ClickData>>(&json!({"points": []})), Some(ClickData::default()));
    assert!(<Option<ClickData> as PropType>::decode(&json!("x")).is_err());
}

#[test]
fn a_click_beside_the_points_has_a_position() {
    let click: Option<ClickData> =
        read(&json!({"points": [], "xvals": [1.5], "yvals": ["a"], "xaxes_id": "x"}));
    let click = click.unwrap();
    assert_eq!((click.xvals, click.yvals), (vec![number(1.5)], vec![text("a")]));
}

#[test]
fn a_selection_has_its_box_or_its_lasso() {
    let selection: Option<SelectedData> = read(&json!({
        "points": [{"curveNumber": 1, "x": 1, "y": 2}],
        "range": {"x": [0.5, 1.5], "y": [1, 3]}
    }));
    let selection = selection.unwrap();
    assert_eq!(selection.points[0].curve_number, Some(1));
    assert_eq!(selection.range.unwrap()["x"][1], number(1.5));
    let lasso: Option<SelectedData> =
        read(&json!({"points": [], "lassoPoints": {"x": ["a", "b"], "y": [1, 2]}}));
    assert_eq!(lasso.unwrap().lasso_points.unwrap()["x"][0], text("a"));
}

#[test]
fn a_clicked_annotation_is_given_whole() {
    let clicked: Option<ClickAnnotationData> =
        read(&json!({"index": 2, "annotation": {"text": "peak"}}));
    let clicked = clicked.unwrap();
    assert_eq!((clicked.index, &clicked.annotation["text"]), (Some(2), &json!("peak")));
}

#[test]
fn a_change_of_the_layout_is_read_by_axis() {
    let zoom: Option<RelayoutData> =
        read(&json!({"xaxis.range[0]": 1, "xaxis.range[1]": 2.5, "dragmode": "zoom"}));
    let zoom = zoom.unwrap();
    assert_eq!(zoom.range("xaxis"), Some((number(1.0), number(2.5))));
    assert_eq!(zoom.range("yaxis"), None);
    assert_eq!(zoom.get("dragmode"), Some(&json!("zoom")));
    let slid: Option<RelayoutData> = read(&json!({"xaxis.range": ["2024-01-01", "2024-02-01"]}));
    let (from, to) = slid.unwrap().range("xaxis").unwrap();
    assert_eq!((from.as_str(), to.as_str()), (Some("2024-01-01"), Some("2024-02-01")));
    let reset: Option<RelayoutData> = read(&json!({"xaxis.autorange": true}));
    let reset = reset.unwrap();
    assert_eq!((reset.is_autorange("xaxis"), reset.is_autorange("yaxis")), (true, false));
}

#[test]
fn a_change_of_the_traces_says_which() {
    let hidden: Option<RestyleData> = read(&json!([{"visible": ["legendonly"]}, [3]]));
    let hidden = hidden.unwrap();
    assert_eq!((hidden.get("visible"), hidden.traces()), (Some(&json!(["legendonly"])), &[3][..]));
}

#[track_caller]
fn sends(points: &ExtendData, expected: Result<&str, &str>) {
    let json = serde_json::to_string(points).map_err(|error| error.to_string());
    assert_eq!(json.as_deref().map_err(String::as_str), expected);
}

#[test]
fn added_points_go_to_their_traces() {
    let one = ExtendData::new([0]).values("y", [[1, 2]]).values("x", [["a", "b"]]);
    sends(&one, Ok(r#"[{"x":[["a","b"]],"y":[[1,2]]},[0]]"#));
    let two = ExtendData::new([2, 0]).values("marker.size", [vec![1], vec![2, 3]]).max_points(100);
    sends(&two, Ok(r#"[{"marker.size":[[1],[2,3]]},[2,0],100]"#));
    let short = ExtendData::new([0, 1]).values("y", [[1]]);
    sends(&short, Err("`y` has 1 columns for 2 traces to extend"));
}

#[test]
fn added_points_come_back_as_they_went() {
    for json in [json!([{"x": [[1]]}, [3], 10]), json!([{"x": [[1], ["a"]]}, [0, 1]])] {
        let points: Option<ExtendData> = read(&json);
        assert_eq!(serde_json::to_value(points.unwrap()).unwrap(), json);
    }
}

#[test]
fn plain_days_only_are_dates() {
    let day = |value: &str| PlotValue::Text(value.to_owned()).as_date().map(|day| day.to_string());
    assert_eq!(day("2024-01-31"), Some("2024-01-31".into()));
    assert_eq!(day("2024-01-31 12:30:01.5"), Some("2024-01-31".into()));
    assert_eq!(day("2024-01-31T12:30"), Some("2024-01-31".into()));
    assert_eq!(day("2024-13-31"), None);
    assert_eq!(day("2024-01-311"), None);
    assert_eq!(day("January"), None);
    assert_eq!(PlotValue::Number(2024.0).as_date(), None);
}
