//! An app of several pages: which one an address shows, at the first load and without one.
use dash::axum::Router;
use dash::axum::body::Body;
use dash::axum::http::{Method, StatusCode};
use dash::html::{Div, P};
use dash::{Config, Context, Data, PageContainer, Server, View, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{Reply, call, config, get, post, request, send};

view! { Shell => <Div><Div id=nav/><PageContainer/></Div> }

view! { Home => <P id=home>"Welcome"</P> }

view! { Report(year: i32, detail: Option<u8>) => <P id=report>{year}" "{detail.unwrap_or(1)}</P> }

view! { Search(found: String) => <P id=results>{found}</P> }

view! { Failing => <P/> }

view! { Missing => <P>"Nothing here"</P> }

/// What can be found.
#[derive(Debug)]
struct Stock(&'static str);

async fn search(
    shelf: String,
    q: Option<String>,
    from: Option<usize>,
    stock: Data<Stock>,
) -> Option<View<Search>> {
    let found = stock.0.contains(&*shelf);
    let text = format!("{shelf}: {} from {}", q.unwrap_or_default(), from.unwrap_or(0));
    found.then(|| Search::new().found(text).build())
}

async fn failing(how: String) -> Result<View<Failing>, String> {
    assert_ne!(how, "panic", "no such luck");
    tokio::task::yield_now().await;
    if how == "not" { Ok(Failing::new().build()) } else { Err(format!("closed: {how}")) }
}

#[callback(output(Shell::nav.children), input(PageContainer::location.pathname))]
fn navigate(pathname: Option<String>, context: Context) -> String {
    format!("{} of {}", pathname.unwrap_or_default(), context.relative_path("/report/7"))
}

app! {
    static SITE = {
        layout: Shell,
        pages: [
            Home at "/",
            Report at "/report/{year}?{detail}" {
                title: "A year's report",
                description: "All that was <sold>",
                image: "a report.png",
                redirect_from: ["/reports/of/{year}", "/archive/{year}/report"],
            },
            Search at "/shelf/{shelf}?{q}&{from}" = search,
            Failing at "/failing/{how}" = failing,
        ],
        not_found: Missing { title: "Lost" },
        callbacks: [navigate],
    }
}

app! { static PLAIN = { layout: Shell, pages: [Home at "/"], callbacks: [navigate] } }

fn server() -> Server {
    serve(&SITE).data(Stock("books")).config(config())
}

fn router() -> Router {
    server().into_router().expect("the server starts")
}

/// The JSON in the page's element `id`.
#[track_caller]
fn embedded(page: &str, id: &str) -> Value {
    let open = format!("<script id=\"{id}\" type=\"application/json\">");
    let (_, rest) = page.split_once(&open).unwrap_or_else(|| panic!("no `{id}` in {page}"));
    serde_json::from_str(rest.split("</script>").next().unwrap_or_default()).expect("JSON")
}

/// The parts of the container: location, content, store, dummy.
fn parts(layout: &Value) -> [Value; 4] {
    let parts = &layout["props"]["children"][1]["props"]["children"];
    [0, 1, 2, 3].map(|at| parts[at]["props"].clone())
}

/// What the first load of an address shows: status, title, and the content's text.
async fn first(router: &Router, address: &str) -> (StatusCode, String, Value) {
    let page = get(router, address).await;
    let [location, content, store, _] = parts(&embedded(page.text(), "_dash-layout"));
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    assert_eq!(location["pathname"], path);
    assert_eq!(
        location["search"],
        if query.is_empty() { String::new() } else { format!("?{query}") }
    );
    let title = store["data"]["title"].as_str().expect("a title").to_owned();
    let text = page.text().replace("&#39;", "'");
    assert!(text.contains(&format!("<title>{title}</title>")), "{title} in {text}");
    (page.status, title, content["children"]["props"]["children"].clone())
}

/// Goes to an address without loading it.
async fn go(router: &Router, pathname: &str, search: &str) -> Reply {
    let inputs =
        [("_pages_location.pathname", json!(pathname)), ("_pages_location.search", json!(search))];
    let output = ".._pages_content.children..._pages_store.data..";
    post(router, call(output, &inputs, &[]).to_string()).await
}

/// Checks that both ways to an address show the same.
async fn check(address: &str, expected: (u16, &str, Value)) {
    let router = router();
    let (status, title, text) = first(&router, address).await;
    assert_eq!(
        (status.as_u16(), &*title, &text),
        (expected.0, expected.1, &expected.2),
        "{address}"
    );

    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let search = if query.is_empty() { String::new() } else { format!("?{query}") };
    let reply = go(&router, path, &search).await;
    assert_eq!(reply.status, StatusCode::OK);
    let response = &reply.json()["response"];
    assert_eq!(response["_pages_store"]["data"], json!({"title": title}));
    assert_eq!(response["_pages_content"]["children"]["props"]["children"], text, "{address}");
}

#[tokio::test]
async fn an_address_shows_its_page_with_its_parameters() {
    check("/", (200, "Home", json!("Welcome"))).await;
    check("/report/2023", (200, "A year's report", json!([2023, " ", 1]))).await;
    check("/report/-5/?detail=3", (200, "A year's report", json!([-5, " ", 3]))).await;
    check("/report/1?detail=300", (200, "A year's report", json!([1, " ", 1]))).await;
    check("/shelf/book", (200, "Search", json!("book:  from 0"))).await;
    check("/shelf/b%6fok?from=2&q=a+b%26", (200, "Search", json!("book: a b& from 2"))).await;
}

#[tokio::test]
async fn an_older_address_leads_to_the_page() {
    let leads = async |router: &Router, address: &str| {
        let reply = get(router, address).await;
        (reply.status.as_u16(), reply.header("location").map(str::to_owned))
    };
    let to = |location: &str| (301, Some(location.to_owned()));
    let own = router();
    assert_eq!(leads(&own, "/reports/of/2023").await, to("/report/2023"));
    assert_eq!(leads(&own, "/archive/5/report/?detail=3").await, to("/report/5?detail=3"));
    assert_eq!(leads(&own, "/reports/of/%2F%2Fx").await, to("/report/%2F%2Fx"));
    assert_eq!(leads(&own, "/report/2023").await, (200, None));
    let nested = Router::new().nest("/app", router());
    assert_eq!(leads(&nested, "/app/reports/of/1").await, to("/app/report/1"));

    // The browser that goes there without loading it sees the page as well.
    let shown = go(&own, "/reports/of/2023", "").await.json();
    assert_eq!(shown["response"]["_pages_store"]["data"]["title"], "A year's report");
}

#[tokio::test]
async fn a_page_says_what_it_is_about() {
    let metas = async |config: Config, headers: &[(&str, &str)], path: &str| {
        let router = server().config(config).into_router().expect("starts");
        let page = send(&router, request(Method::GET, path, headers)).await;
        let lines = page.text().lines().filter(|line| line.starts_with("<meta "));
        lines.skip(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let host = ("host", "sales.example");
    assert_eq!(
        metas(config(), &[host], "/report/2023").await,
        [
            r#"<meta name="description" content="All that was &lt;sold&gt;">"#,
            r#"<meta property="twitter:card" content="summary_large_image">"#,
            r#"<meta property="twitter:url" content="http://sales.example/report/2023">"#,
            r#"<meta property="twitter:title" content="A year's report">"#,
            r#"<meta property="twitter:description" content="All that was &lt;sold&gt;">"#,
            r#"<meta property="twitter:image" content="http://sales.example/assets/a%20report.png">"#,
            r#"<meta property="og:title" content="A year's report">"#,
            r#"<meta property="og:type" content="website">"#,
            r#"<meta property="og:description" content="All that was &lt;sold&gt;">"#,
            r#"<meta property="og:image" content="http://sales.example/assets/a%20report.png">"#,
        ]
    );
    let proxied = Config { proxies: 1, description: Some("Sales".into()), ..config() };
    let home = metas(proxied, &[host, ("x-forwarded-proto", "https")], "/").await;
    assert_eq!(home[0], r#"<meta name="description" content="Sales">"#);
    assert_eq!(home[2], r#"<meta property="twitter:url" content="https://sales.example/">"#);
    let odd = metas(config(), &[("host", "a\"><b>")], "/").await;
    assert!(!odd.iter().any(|tag| tag.contains("twitter:url")), "{odd:?}");
    let none = Config { include_pages_meta: false, ..config() };
    assert_eq!(metas(none, &[host], "/").await, Vec::<String>::new());
}

#[tokio::test]
async fn an_address_of_no_page_is_not_found() {
    let lost = json!("Nothing here");
    for address in
        ["/nowhere", "/report", "/report/soon", "/report/1/2", "/shelf/%FF", "/shelf/wine"]
    {
        check(address, (404, "Lost", lost.clone())).await;
    }
}

#[tokio::test]
async fn without_a_page_for_it_the_loss_is_said_in_dashs_words() {
    let config = Config { title: "Shop".into(), ..config() };
    let router = serve(&PLAIN).config(config).into_router().expect("the server starts");
    let (status, title, text) = first(&router, "/nowhere").await;
    let expected = (StatusCode::NOT_FOUND, "Shop".to_owned(), json!("404 - Page not found"));
    assert_eq!((status, title, text), expected);
}

#[tokio::test]
async fn the_layout_alone_leaves_the_page_open() {
    let layout = get(&router(), "/_dash-layout").await.json();
    let expected = [
        json!({"id": "_pages_location", "refresh": "callback-nav"}),
        json!({"id": "_pages_content", "disable_n_clicks": true}),
        json!({"id": "_pages_store"}),
        json!({"id": "_pages_dummy", "disable_n_clicks": true}),
    ];
    assert_eq!(parts(&layout), expected);
}

#[tokio::test]
async fn the_browser_is_told_of_dashs_two_callbacks() {
    let dependencies = get(&router(), "/_dash-dependencies").await.json();
    let spec = |at: usize, names: [&str; 6]| -> Vec<Value> {
        names.iter().map(|name| dependencies[at][*name].clone()).collect()
    };
    let names =
        ["output", "inputs", "state", "prevent_initial_call", "hidden", "clientside_function"];
    let prop = |id: &str, property: &str| json!({"id": id, "property": property});
    let address = [prop("_pages_location", "pathname"), prop("_pages_location", "search")];
    let expected = [
        json!(".._pages_content.children..._pages_store.data.."),
        json!(address),
        json!([]),
        json!(true),
        json!(true),
        json!(null),
    ];
    assert_eq!(spec(1, names), expected);
    let title = spec(2, names);
    assert_eq!(title[0], "_pages_dummy.children");
    assert_eq!(title[1], json!([prop("_pages_store", "data")]));
    assert_eq!((&title[3], &title[4]), (&json!(false), &json!(true)));
    assert_eq!(title[5]["namespace"], "_dashprivate_clientside_funcs");
    let page = get(&router(), "/").await;
    let name = title[5]["function_name"].as_str().expect("a name");
    assert!(page.text().contains(&format!("[\"{name}\"]")));
    let config = embedded(page.text(), "_dash-config");
    assert_eq!(config["suppress_callback_exceptions"], true);
}

#[tokio::test]
async fn a_page_that_fails_fails_for_itself_alone() {
    for (how, reason) in [("x", "closed: x"), ("panic", "no such luck")] {
        let path = format!("/failing/{how}");
        let router = router();
        let page = get(&router, &path).await;
        assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(page.text().contains("see the server's log"), "{}", page.text());
        let reply = go(&router, &path, "").await;
        assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(!reply.text().contains(reason), "{}", reply.text());
        assert_eq!(go(&router, "/", "").await.status, StatusCode::OK);

        let debug = Config { debug: true, ..config() };
        let router = server().config(debug).into_router().expect("the server starts");
        assert!(get(&router, &path).await.text().contains(reason));
        assert!(go(&router, &path, "").await.text().contains(reason));
    }
}

#[tokio::test]
async fn a_prefix_is_no_part_of_a_pages_path() {
    let nested = Router::new().nest("/shop", router());
    let config = Config { requests_pathname_prefix: Some("/shop/".into()), ..config() };
    let behind = server().config(config).into_router().expect("the server starts");
    for (router, sent) in [(nested, "/shop/report/7"), (behind, "/report/7")] {
        let page = get(&router, sent).await;
        assert_eq!(page.status, StatusCode::OK);
        let [location, ..] = parts(&embedded(page.text(), "_dash-layout"));
        assert_eq!(location["pathname"], "/shop/report/7");
    }
}

/// Calls a callback of an app that is nested at `/shop`, with the browser at `pathname`.
async fn call_nested(output: &str, pathname: &str) -> Value {
    let mut inputs = vec![("_pages_location.pathname", json!(pathname))];
    if output.starts_with("..") {
        inputs.push(("_pages_location.search", json!("")));
    }
    let headers = [("content-type", "application/json")];
    let mut request = request(Method::POST, "/shop/_dash-update-component", &headers);
    *request.body_mut() = Body::from(call(output, &inputs, &[]).to_string());
    send(&Router::new().nest("/shop", router()), request).await.json()["response"].clone()
}

#[tokio::test]
async fn a_nested_app_finds_its_pages_without_a_load() {
    for (pathname, title) in
        [("/shop/report/7", "A year's report"), ("/report/7", "Lost"), ("/shop", "Home")]
    {
        let output = ".._pages_content.children..._pages_store.data..";
        let response = call_nested(output, pathname).await;
        assert_eq!(response["_pages_store"]["data"]["title"], title, "{pathname}");
    }
}

#[tokio::test]
async fn a_link_leads_to_where_the_app_is_nested() {
    let response = call_nested("nav.children", "/shop/").await;
    assert_eq!(response["nav"]["children"], "/shop/ of /shop/report/7");
}

#[test]
fn data_that_a_page_needs_is_asked_for_at_the_start() {
    let error = serve(&SITE).config(config()).into_router::<()>().expect_err("data is missing");
    let error = error.to_string();
    assert!(error.contains("page `Search` needs `Data<"), "{error}");
}
