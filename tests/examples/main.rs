//! Starts each example as a user would, and asks it for its page, layout and dependencies.
use std::process::Command;

use running::{Running, binary};

mod recorded;
mod running;

/// Asks the example for all that a page load needs; `ids` must stand in its layout.
fn check(example: &str, ids: &[&str], callbacks: usize) {
    let running = Running::start(example);
    let (status, page) = running.get("/");
    assert_eq!(status, "HTTP/1.1 200 OK");
    assert!(page.contains("react-entry-point"), "{example}: the page has no entry point");
    let (status, layout) = running.get("/_dash-layout");
    assert_eq!(status, "HTTP/1.1 200 OK");
    for id in ids {
        assert!(layout.contains(&format!(r#""id":"{id}""#)), "{example}: `{id}` in {layout}");
    }
    let (_, dependencies) = running.get("/_dash-dependencies");
    assert_eq!(dependencies.matches(r#""output":"#).count(), callbacks, "{dependencies}");
}

#[test]
fn counter_starts() {
    check("counter", &["button", "text"], 1);
}

#[test]
fn background_starts() {
    // Beside its own callbacks there is the one by which a page ends a job.
    check("background", &["limit", "start", "stop", "bar", "status", "chart"], 3);
}

#[test]
fn live_starts() {
    check("live", &["throw", "progress", "estimate", "chart"], 1);
}

#[test]
fn stream_starts() {
    check("stream", &["price", "state", "toggle", "chart"], 2);
}

#[test]
fn sales_starts() {
    check("sales", &["region", "chart"], 1);
}

#[test]
fn gapminder_starts() {
    check("gapminder", &["continent", "year", "chart", "about"], 2);
}

#[test]
fn todo_starts() {
    check("todo", &["task", "add", "rows", "tasks"], 2);
}

#[test]
fn points_starts() {
    check("points", &["turn", "spiral"], 1);
}

#[test]
fn client_starts() {
    check("client", &["sum", "years", "rate"], 2);
}

#[test]
fn patch_starts() {
    check("patch", &["next", "chart"], 1);
}

#[test]
fn save_starts() {
    check("save", &["text", "save", "status", "saved"], 1);
}

#[test]
fn matching_starts() {
    check("matching", &["lines", "add", "rows", "total"], 3);
}

#[test]
fn pages_starts() {
    // Beside its own callbacks there are the two that show a page and its title.
    check("pages", &["menu", "_pages_location", "_pages_content"], 5);
}

#[test]
fn pages_has_an_address_for_each_page() {
    let running = Running::start("pages");
    for (path, status, shown) in [
        ("/", "200 OK", "Sales by year"),
        ("/report/2023", "200 OK", "Revenue in "),
        ("/report/1999", "404 Not Found", "There is no such page"),
        ("/report/soon", "404 Not Found", "There is no such page"),
        ("/products?region=South&top=20", "200 OK", "Best sellers"),
    ] {
        let (found, page) = running.get(path);
        assert_eq!(found, format!("HTTP/1.1 {status}"), "{path}");
        assert!(page.contains(shown), "{path}: {page}");
    }
}

#[test]
fn a_taken_port_is_one_message_that_says_what_to_do() {
    let first = Running::start("counter");
    let port = first.address.rsplit(':').next().expect("the address has a port");
    let second =
        Command::new(binary("counter")).env("PORT", port).output().expect("the second one starts");
    let message = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success());
    assert!(message.contains(port) && message.contains("PORT="), "{message}");
    assert_eq!(message.matches("Error").count(), 1, "{message}");
}

#[test]
fn a_bad_port_is_one_message_that_names_the_setting() {
    let run = Command::new(binary("counter")).env("PORT", "eighty").output().expect("it starts");
    let message = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(!run.status.success());
    assert!(message.contains("`PORT`") && message.contains("eighty"), "{message}");
}

/// What an example prints when it is asked for its graph.
fn graph(example: &str, format: &str) -> std::process::Output {
    let mut command = Command::new(binary(example));
    command.current_dir(std::env::temp_dir()).env("DASH_PRINT_GRAPH", format);
    command.output().unwrap_or_else(|error| panic!("`{example}` does not start: {error}"))
}

#[test]
fn an_example_prints_its_graph_in_place_of_serving() {
    let printed = graph("counter", "mermaid");
    assert!(printed.status.success());
    let expected = r#"flowchart LR
    subgraph id_button["button"]
        prop_button__n_clicks["n_clicks"]
    end
    subgraph id_text["text"]
        prop_text__children["children"]
    end
    fn_count(["count"])
    prop_button__n_clicks --> fn_count
    fn_count --> prop_text__children
"#;
    assert_eq!(String::from_utf8_lossy(&printed.stdout), expected);
    let json: serde_json::Value =
        serde_json::from_slice(&graph("counter", "json").stdout).expect("JSON");
    assert_eq!(json["order"], serde_json::json!(["count"]));
}

#[test]
fn a_format_that_is_none_is_refused() {
    let printed = graph("counter", "xml");
    assert!(!printed.status.success());
    let text = String::from_utf8_lossy(&printed.stderr).into_owned();
    assert!(text.contains("it can be `mermaid` or `json`"), "{text}");
}
