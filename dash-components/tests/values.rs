//! What each prop type takes, what it becomes on the wire, and how it is read back.
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use chrono::NaiveDate;
use dash_components::dcc::{Debounce, DisplayModeBar, Marks, OptionHeight, Pushable, StorageType};
use dash_components::html::{B, Div};
use dash_components::{
    ContentEditable, Figure, FromProp, IntoProp, Json, Node, NumberAsText, Options, Persistence,
    PropType, Stored, Style, TextBool, TextOrNumber, Timestamp,
};

/// The JSON of a value that is given to a prop of the type `P`.
#[track_caller]
fn sends<P>(value: impl IntoProp<P>, expected: &str) {
    assert_eq!(serde_json::to_string(&value.into_prop()).unwrap(), expected);
}

/// What a callback gets from a prop of the type `P`.
fn read<P, T: FromProp<P>>(json: &str) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_str(json);
    T::from_prop(&mut json).map_err(|error| error.to_string())
}

#[track_caller]
fn reads<P: PropType + PartialEq + std::fmt::Debug>(json: &str, expected: P) {
    assert_eq!(read::<P, P>(json), Ok(expected), "{json}");
}

#[track_caller]
fn refuses<P: PropType + std::fmt::Debug>(json: &str, reason: &str) {
    let error = read::<P, P>(json).unwrap_err();
    assert!(error.contains(reason), "{json}: {error}");
}

#[test]
fn text_comes_in_many_forms() {
    sends::<Option<String>>("a", r#""a""#);
    sends::<Option<String>>("a".to_owned(), r#""a""#);
    sends::<Option<String>>(&"a".to_owned(), r#""a""#);
    sends::<Option<String>>(Cow::Borrowed("a"), r#""a""#);
    sends::<Option<String>>('a', r#""a""#);
    sends::<Option<String>>(Some("a"), r#""a""#);
    sends::<Option<String>>(Some("a".to_owned()), r#""a""#);
    sends::<Option<String>>(None::<String>, "null");
    sends::<Option<String>>("say \"hi\"\n</script>", r#""say \"hi\"\n</script>""#);
    reads(r#""a""#, Some("a".to_owned()));
    reads("null", None::<String>);
    refuses::<Option<String>>("1", "invalid type: integer `1`, expected a string");
}

#[test]
fn numbers_need_no_suffix() {
    sends::<Option<f64>>(2, "2");
    sends::<Option<f64>>(2.5, "2.5");
    sends::<Option<f64>>(7_u8, "7");
    sends::<Option<f64>>(u64::MAX, "18446744073709551615");
    sends::<Option<f64>>(-3_i64, "-3");
    sends::<Option<f64>>(0.1_f32, "0.10000000149011612");
    sends::<Option<f64>>(f64::NAN, "null");
    sends::<Option<f64>>(f64::INFINITY, "null");
    sends::<Option<f64>>(None::<f64>, "null");
    sends::<Option<i64>>(-1, "-1");
    sends::<Option<u64>>(500, "500");
    sends::<u64>(0, "0");
    reads("2", Some(2.0));
    reads("null", None::<f64>);
    reads("-1", Some(-1_i64));
    refuses::<Option<f64>>(r#""2""#, r#"invalid type: string "2""#);
}

#[test]
fn counters_are_0_until_the_page_says_more() {
    reads("3", 3_u64);
    reads("null", 0_u64);
    refuses::<u64>("-1", "invalid value: integer `-1`");
    refuses::<u64>("1.5", "invalid type: floating point `1.5`");
    let error = serde_json::to_string(&IntoProp::<u64>::into_prop(-1)).unwrap_err();
    assert_eq!(error.to_string(), "-1 is below 0, and the prop counts from 0");
}

#[test]
fn an_absent_flag_is_off_unless_absence_means_on() {
    reads("true", true);
    reads("null", false);
    reads("null", None::<bool>);
    reads("false", Some(false));
    sends::<bool>(true, "true");
    sends::<Option<bool>>(false, "false");
    refuses::<bool>("0", "invalid type: integer `0`, expected a boolean");
}

#[test]
fn lists_take_arrays_slices_and_vectors() {
    sends::<Vec<String>>(["a", "b"], r#"["a","b"]"#);
    sends::<Vec<String>>(vec!["a"], r#"["a"]"#);
    sends::<Vec<String>>(vec!["a".to_owned()], r#"["a"]"#);
    sends::<Vec<String>>(&["a".to_owned()][..], r#"["a"]"#);
    sends::<Vec<f64>>([1, 2], "[1,2]");
    sends::<Vec<f64>>(vec![1, 2], "[1,2]");
    sends::<Vec<f64>>([1.5, 2.5], "[1.5,2.5]");
    sends::<Vec<i32>>(Vec::new(), "[]");
    reads("[1,2.5]", vec![1.0, 2.5]);
    reads("null", Vec::<String>::new());
    refuses::<Vec<String>>(r#"["a",1]"#, "invalid type: integer `1`, expected a string");
    refuses::<Vec<String>>(r#""a""#, "expected a sequence");
}

#[test]
fn words_are_closed() {
    sends::<Option<StorageType>>(StorageType::Session, r#""session""#);
    sends::<Option<StorageType>>(&StorageType::Local, r#""local""#);
    reads(r#""memory""#, Some(StorageType::Memory));
    reads("null", None::<StorageType>);
    refuses::<Option<StorageType>>(
        r#""disk""#,
        "`disk` is not one of `memory`, `local`, `session`",
    );
    refuses::<Option<StorageType>>("1", "expected text or a bool");
    sends::<Option<DisplayModeBar>>(true, "true");
    sends::<Option<DisplayModeBar>>(DisplayModeBar::Hover, r#""hover""#);
    reads("false", Some(DisplayModeBar::Never));
}

#[test]
fn html_has_words_for_true_and_false() {
    sends::<Option<TextBool>>(true, r#""true""#);
    sends::<Option<ContentEditable>>(false, r#""false""#);
    sends::<Option<ContentEditable>>(ContentEditable::PlaintextOnly, r#""plaintext-only""#);
    reads("true", Some(TextBool::True));
    reads(r#""false""#, Some(TextBool::False));
}

#[test]
fn some_props_take_text_and_numbers() {
    sends::<Option<TextOrNumber>>(-1, "-1");
    sends::<Option<TextOrNumber>>("50%", r#""50%""#);
    reads("2", Some(TextOrNumber::Number(2.0)));
    reads(r#""2""#, Some(TextOrNumber::Text("2".into())));
    sends::<Option<NumberAsText>>(0.5, r#""0.5""#);
    sends::<Option<NumberAsText>>("3", r#""3""#);
    assert_eq!(
        read::<Option<NumberAsText>, Option<NumberAsText>>("3").unwrap().unwrap().as_str(),
        "3"
    );
    sends::<Option<Persistence>>(true, "true");
    sends::<Option<Persistence>>("v2", r#""v2""#);
    sends::<Option<Persistence>>(2, "2");
    reads("true", Some(Persistence::Keep(true)));
    sends::<Option<Debounce>>(0.3, "0.3");
    sends::<Option<Debounce>>(Duration::from_millis(250), "0.25");
    reads("false", Some(Debounce::Off));
    reads("0.3", Some(Debounce::Seconds(0.3)));
    sends::<Option<Pushable>>(Pushable::By(2.5), "2.5");
    reads("true", Some(Pushable::On));
    sends::<Option<OptionHeight>>(OptionHeight::Auto, r#""auto""#);
    sends::<Option<OptionHeight>>(40, "40");
    reads(r#""auto""#, Some(OptionHeight::Auto));
    reads("35.5", Some(OptionHeight::Pixels(35.5)));
    assert!(read::<Option<OptionHeight>, Option<OptionHeight>>(r#""tall""#).is_err());
}

#[test]
fn never_is_least_of_all_times() {
    reads("-1", None::<Timestamp>);
    reads("null", None::<Timestamp>);
    reads("1700000000000", Some(Timestamp::from_millis(1_700_000_000_000)));
    reads("12.75", Some(Timestamp::from_millis(12)));
    assert!(Some(Timestamp::from_millis(0)) > None);
    sends::<Option<Timestamp>>(Timestamp::from_millis(5), "5");
    sends::<Option<Timestamp>>(None::<Timestamp>, "-1");
    let later = SystemTime::UNIX_EPOCH + Duration::from_millis(1_500);
    assert_eq!(SystemTime::from(Timestamp::from_millis(1_500)), later);
}

#[test]
fn dates_are_text() {
    let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
    sends::<Option<NaiveDate>>(day, r#""2024-02-29""#);
    reads(r#""2024-02-29""#, Some(day));
    refuses::<Option<NaiveDate>>(r#""2023-02-29""#, "`2023-02-29` is not a date such as");
}

#[test]
fn layout_comes_in_many_forms() {
    sends::<Node>("a", r#""a""#);
    sends::<Node>(3, "3");
    sends::<Node>(None::<String>, "null");
    let bold = r#"{"props":{"children":"x"},"type":"B","namespace":"dash_html_components"}"#;
    sends::<Node>(B::new().children("x"), bold);
    sends::<Node>(vec![B::new().children("x")], &format!("[{bold}]"));
    sends::<Node>(
        [Node::Value("a".into()), B::new().build(), Node::Empty],
        r#"["a",{"props":{},"type":"B","namespace":"dash_html_components"}]"#,
    );
    sends::<Node>(
        Node::many([Node::many([Node::Value(1.into())]), Node::Value(2.into())]),
        "[1,2]",
    );
    let kept: Node = read::<Node, Node>(bold).unwrap();
    sends::<Node>(
        Div::new().children(kept),
        &format!(
            r#"{{"props":{{"children":{bold}}},"type":"Div","namespace":"dash_html_components"}}"#
        ),
    );
}

#[test]
fn a_store_holds_a_type_of_yours() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Cart {
        items: Vec<u32>,
    }
    sends::<Stored<Cart>>(Cart { items: vec![7] }, r#"{"items":[7]}"#);
    sends::<Stored<Cart>>(None::<Cart>, "null");
    let cart = read::<Stored<Cart>, Option<Cart>>(r#"{"items":[1,2]}"#);
    assert_eq!(cart, Ok(Some(Cart { items: vec![1, 2] })));
    assert_eq!(read::<Stored<Cart>, Option<Cart>>("null"), Ok(None));
    assert!(read::<Stored<Cart>, Option<Cart>>(r#"{"items":"x"}"#).is_err());
}

#[test]
fn any_prop_can_be_read_into_a_type_of_yours() {
    let rows = read::<Option<String>, Json<Vec<(String, f64)>>>(r#"[["a",1.5]]"#);
    assert_eq!(rows, Ok(Json(vec![("a".to_owned(), 1.5)])));
}

#[test]
fn a_figure_is_kept_as_it_is() {
    let json = r#"{"data":[{"x":{"dtype":"u1","bdata":"AQI="}}],"layout":{}}"#;
    sends::<Figure>(read::<Figure, Figure>(json).unwrap(), json);
    sends::<Figure>(read::<Figure, Figure>("null").unwrap(), r#"{"data":[],"layout":{}}"#);
}

#[test]
fn marks_keep_positions_labels_and_styles() {
    sends::<Option<Marks>>([(0, "a"), (10, "b")], r#"{"0":"a","10":"b"}"#);
    sends::<Option<Marks>>(vec![(0.5, "half".to_owned())], r#"{"0.5":"half"}"#);
    sends::<Option<Marks>>(None::<Marks>, "null");
    let styled = Marks::new().styled(-1, "low", "color: red");
    sends::<Option<Marks>>(styled, r#"{"-1":{"label":"low","style":{"color":"red"}}}"#);
    let json = r#"{"5":{"label":"x"},"2":"y"}"#;
    sends::<Option<Marks>>(read::<Option<Marks>, Option<Marks>>(json).unwrap(), json);
}

#[test]
fn styles_come_as_css_or_field_by_field() {
    sends::<Option<Style>>(
        "max-width: 60rem; opacity: 0.8",
        r#"{"maxWidth":"60rem","opacity":"0.8"}"#,
    );
    sends::<Option<Style>>(Style::new().set("opacity", 0.8), r#"{"opacity":0.8}"#);
    sends::<Option<Style>>(format!("width: {}px", 5), r#"{"width":"5px"}"#);
    sends::<Option<Style>>(None::<Style>, "null");
    let json = r#"{"color":"red","zIndex":2}"#;
    let style = read::<Option<Style>, Option<Style>>(json).unwrap();
    sends::<Option<Style>>(style, json);
    refuses_style("1");
}

#[track_caller]
fn refuses_style(json: &str) {
    assert!(read::<Option<Style>, Option<Style>>(json).is_err());
}

#[test]
fn options_come_back_as_they_went() {
    let json = r#"["a",{"label":"B","value":"b","disabled":true,"title":"t","search":"s"}]"#;
    let options = read::<Options<String>, Options<String>>(json).unwrap();
    sends::<Options<String>>(options, json);
    sends::<Options<String>>(read::<Options<String>, Options<String>>("null").unwrap(), "[]");
    let error = read::<Options<i32>, Options<i32>>(r#"["a"]"#).map(|_| ()).unwrap_err();
    assert!(error.contains(r#"invalid type: string "a", expected i32"#), "{error}");
}

/// Whatever a prop takes is what it reads: the two sides of one type agree.
#[test]
fn what_is_sent_can_be_read() {
    #[track_caller]
    fn check<P: PropType + Clone + PartialEq + std::fmt::Debug>(value: P) {
        let json = serde_json::to_string(&value.clone().encode()).unwrap();
        reads(&json, value);
    }
    check(Some("text \u{1F600}".to_owned()));
    check(Some(f64::MIN_POSITIVE));
    check(u64::MAX);
    check(Some(i64::MIN));
    check(vec![Some(1)].into_iter().flatten().collect::<Vec<i32>>());
    check(Some(TextBool::False));
    check(Some(Persistence::Key("k".into())));
    check(Some(Debounce::OnBlur));
    check(Some(Pushable::Off));
    check(Some(Timestamp::from_millis(1)));
}

#[test]
fn a_value_that_cannot_be_written_says_why() {
    let keyed = BTreeMap::from([((1, 2), 3)]);
    let value = IntoProp::<Stored<BTreeMap<(i32, i32), i32>>>::into_prop(keyed);
    let error = serde_json::to_string(&value).unwrap_err();
    assert_eq!(error.to_string(), "key must be a string");
}
