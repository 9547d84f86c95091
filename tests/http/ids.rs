//! Ids that only the values of their fields make the same: the compiler cannot see them, the server does.
use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::html::Div;
use dash::{Config, DashId, Data, View, app, serve, view};

use crate::common::{config, get};

#[derive(DashId)]
struct Count {
    key: String,
}

view! { Counter(key: &str) => <Div><Div id=Count { key: key.to_owned() }/></Div> }

view! { Twice => <Div><Div><Counter key="a"/></Div><Counter key="b"/><Counter key="a"/></Div> }

view! { Once => <Div><Counter key="a"/><Counter key="b"/></Div> }

view! { Keys(keys: Vec<&'static str>) => <Div>{for key in keys { <Counter key={key}/> }}</Div> }

async fn build(keys: Data<Vec<&'static str>>) -> View<Keys> {
    Keys::new().keys(keys.to_vec()).build()
}

app! { static TWICE = { layout: Twice, callbacks: [] } }
app! { static ONCE = { layout: Once, callbacks: [] } }
app! { static PER_LOAD = { layout: Keys = build, callbacks: [] } }

const ID: &str = r#"{"key":"a","type":"Count"}"#;

#[test]
fn a_layout_with_an_id_twice_does_not_start() {
    let error = serve(&TWICE).config(config()).into_router::<()>().expect_err("an id is twice");
    let expected = format!(
        "the layout has the id `{ID}` twice\n\n\
         help: an id stands for one component of the page: give one of the two another value"
    );
    assert_eq!(error.to_string(), expected);
    assert!(serve(&ONCE).config(config()).into_router::<()>().is_ok());
}

#[tokio::test]
async fn a_layout_of_a_page_load_with_an_id_twice_fails_for_itself() {
    let router = |keys: Vec<&'static str>| -> Router {
        let server = serve(&PER_LOAD).config(Config { debug: true, ..config() });
        server.data(keys).into_router().expect("the server starts")
    };
    let failed = get(&router(vec!["a", "b", "a"]), "/_dash-layout").await;
    assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
    let message = failed.json()["error"]["message"].take();
    assert_eq!(message, format!("the layout has the id `{ID}` twice"));
    let built = get(&router(vec!["a", "b"]), "/_dash-layout").await;
    assert_eq!(built.status, StatusCode::OK);
}
