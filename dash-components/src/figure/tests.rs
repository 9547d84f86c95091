//! Which lists become typed arrays, of which type, and that nothing is lost on the way.
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::{Value, json};

use super::Figure;

/// The figure with the trace `{"x": <value>}`, as text.
fn text(value: &impl Serialize) -> String {
    #[derive(Serialize)]
    struct Trace<'a, X> {
        x: &'a X,
    }
    let figure = Figure::new(&[Trace { x: value }], &json!({}));
    figure.to_json().unwrap()
}

/// What the value becomes as `x` of a trace.
fn written(value: &impl Serialize) -> Value {
    let figure: Value = serde_json::from_str(&text(value)).unwrap();
    figure["data"][0]["x"].clone()
}

/// The numbers of a typed array, and its type.
fn read(spec: &Value) -> (String, Vec<f64>) {
    let bytes = STANDARD.decode(spec["bdata"].as_str().unwrap()).unwrap();
    let dtype = spec["dtype"].as_str().unwrap();
    let size = dtype[1..].parse().unwrap();
    let number = |bytes: &[u8]| match dtype {
        "i1" => f64::from(i8::from_le_bytes(bytes.try_into().unwrap())),
        "u1" => f64::from(u8::from_le_bytes(bytes.try_into().unwrap())),
        "i2" => f64::from(i16::from_le_bytes(bytes.try_into().unwrap())),
        "u2" => f64::from(u16::from_le_bytes(bytes.try_into().unwrap())),
        "i4" => f64::from(i32::from_le_bytes(bytes.try_into().unwrap())),
        "u4" => f64::from(u32::from_le_bytes(bytes.try_into().unwrap())),
        "f4" => f64::from(f32::from_le_bytes(bytes.try_into().unwrap())),
        "f8" => f64::from_le_bytes(bytes.try_into().unwrap()),
        other => panic!("no typed array `{other}`"),
    };
    (dtype.to_owned(), bytes.chunks(size).map(number).collect())
}

/// The list that has `ends` at its start and `rest` up to 1,000 numbers.
fn thousand<T: Clone>(ends: &[T], rest: &T) -> Vec<T> {
    let mut list = vec![rest.clone(); 1_000];
    list[..ends.len()].clone_from_slice(ends);
    list
}

#[track_caller]
fn check_whole(ends: &[i64], dtype: &str) {
    let list = thousand(ends, &0);
    let (found, numbers) = read(&written(&list));
    assert_eq!(found, dtype, "{ends:?}");
    let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
    let list: Vec<String> = list.iter().map(i64::to_string).collect();
    assert_eq!(numbers, list);
}

#[test]
fn whole_numbers_take_the_smallest_type_that_holds_them() {
    check_whole(&[0, 1], "i1");
    check_whole(&[-128, 127], "i1");
    check_whole(&[128], "u1");
    check_whole(&[255], "u1");
    check_whole(&[-1, 128], "i2");
    check_whole(&[-129], "i2");
    check_whole(&[256], "i2");
    check_whole(&[-32_768, 32_767], "i2");
    check_whole(&[65_535], "u2");
    check_whole(&[-1, 32_768], "i4");
    check_whole(&[65_536], "i4");
    check_whole(&[i64::from(i32::MIN), i64::from(i32::MAX)], "i4");
    check_whole(&[i64::from(u32::MAX)], "u4");
    check_whole(&[-1, i64::from(i32::MAX) + 1], "f8");
    check_whole(&[i64::from(u32::MAX) + 1], "f8");
    check_whole(&[-(1 << 53), 1 << 53], "f8");
}

#[track_caller]
fn check_float(ends: &[f64], dtype: &str) {
    let list = thousand(ends, &0.5);
    let (found, numbers) = read(&written(&list));
    assert_eq!(found, dtype, "{ends:?}");
    let bits = |numbers: &[f64]| numbers.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&numbers), bits(&list), "{ends:?}");
}

#[test]
fn fractions_are_doubles_unless_singles_hold_them_exactly() {
    check_float(&[1.0, -0.0, 1e30_f32.into()], "f4");
    check_float(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY], "f4");
    check_float(&[0.1], "f8");
    check_float(&[f64::NAN, 0.1, f64::INFINITY], "f8");
    check_float(&[1e300], "f8");
    check_float(&[16_777_217.0], "f8");
    assert_eq!(read(&written(&vec![0.1_f32; 1_000])), ("f4".into(), vec![0.1_f32.into(); 1_000]));
}

#[test]
fn a_whole_number_among_fractions_makes_no_difference() {
    let mixed = thousand(&[json!(1), json!(0.1)], &json!(-3));
    let (dtype, numbers) = read(&written(&mixed));
    assert_eq!(dtype, "f8");
    assert_eq!(numbers[..3], [1.0, 0.1, -3.0]);
}

#[track_caller]
fn check_plain(value: &impl Serialize) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(text(value), format!(r#"{{"data":[{{"x":{json}}}],"layout":{{}}}}"#));
}

#[test]
fn a_column_has_at_least_a_thousand_numbers() {
    check_plain(&vec![0.1; 999]);
    assert_eq!(read(&written(&vec![0.1; 1_000])), ("f8".into(), vec![0.1; 1_000]));
}

#[test]
fn a_list_with_anything_but_numbers_stays_as_it_is() {
    let mut text_last = thousand(&[], &json!(1.5));
    text_last[999] = json!("a");
    check_plain(&text_last);
    check_plain(&thousand(&[None], &Some(1.5)));
    check_plain(&thousand(&[], &true));
    check_plain(&thousand(&[], &"2024-01-31"));
    check_plain(&thousand(&[], &u128::MAX));
    check_plain(&thousand(&[vec![1.5]], &vec![]));
    check_plain(&json!({"a": {"b": [1, 2, 3]}}));
}

#[test]
fn rows_of_a_matrix_stay_lists_because_plotly_reads_no_typed_arrays_there() {
    check_plain(&vec![vec![0.5; 1_000]; 2]);
    check_plain(&[(1, vec![0.5; 1_000])]);
}

#[test]
fn columns_are_found_in_objects_at_any_depth() {
    let trace =
        json!({"marker": {"color": vec![7; 1_000]}, "dimensions": [{"values": vec![8; 1_000]}]});
    let found = written(&Some(trace));
    assert_eq!(read(&found["marker"]["color"]), ("i1".into(), vec![7.0; 1_000]));
    assert_eq!(read(&found["dimensions"][0]["values"]), ("i1".into(), vec![8.0; 1_000]));
    assert_eq!(read(&written(&Some(vec![7; 1_000]))).0, "i1");
}

#[test]
fn what_plotly_takes_as_a_plain_list_only_stays_one() {
    let numbers = vec![7; 1_000];
    check_plain(&json!({"selectedpoints": numbers, "layout": {"args": numbers}}));
    let figure = Figure::new(&[0; 0], &json!({"tickvals": numbers}));
    assert!(!figure.to_json().unwrap().contains("dtype"));
}

#[test]
fn the_rest_of_the_json_is_serdes_own() {
    struct Bytes;
    impl Serialize for Bytes {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(b"ab")
        }
    }

    #[derive(Serialize)]
    enum Kind {
        Unit,
        Newtype(u8),
        Tuple(u8, char),
        Struct { a: Option<()> },
    }
    check_plain(&[Kind::Unit, Kind::Newtype(1), Kind::Tuple(2, 'x'), Kind::Struct { a: None }]);
    check_plain(&(1.5_f32, f64::NAN, i128::MIN, "\"quoted\"\n", ()));
    check_plain(&serde_json::value::RawValue::from_string("[1e3]".into()).unwrap());
    check_plain(&std::collections::BTreeMap::from([(1, 'a'), (2, 'b')]));
    assert_eq!(written(&Bytes), json!([97, 98]));
}

#[test]
fn a_figure_that_cannot_be_written_says_why() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("the database is closed"))
        }
    }
    let figure = Figure::new(&[Broken], &json!({}));
    assert!(figure.to_json().is_none());
    let error = serde_json::to_string(&crate::PropType::encode(figure)).unwrap_err();
    assert_eq!(error.to_string(), "the database is closed");
}

#[cfg(feature = "plotly")]
#[test]
fn a_plot_is_a_figure_with_typed_arrays() {
    let mut plot = plotly::Plot::new();
    plot.add_trace(plotly::Scatter::new(vec![1; 1_000], vec![0.1; 1_000]).name("sales"));
    let figure = Figure::from(plot);
    let figure: Value = serde_json::from_str(&figure.to_json().unwrap()).unwrap();
    let trace = &figure["data"][0];
    // Dash refuses a figure with any other key.
    assert_eq!(figure.as_object().unwrap().keys().collect::<Vec<_>>(), ["data", "layout"]);
    assert_eq!(trace["name"], "sales");
    assert_eq!(read(&trace["x"]), ("i1".into(), vec![1.0; 1_000]));
    assert_eq!(read(&trace["y"]), ("f8".into(), vec![0.1; 1_000]));
}
