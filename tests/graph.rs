//! The graph of an app as a diagram and as JSON: every component, prop and callback, always in the same order.
use dash::prelude::*;
use dash::{App, CallbackGraph};

view! {
    Filter => <Div><Dropdown id=region options=["North", "South"]/><Input id=unused/></Div>
}

view! { Details => <Div id=details/> }

view! { Page => <Div><Filter/><Input id=note/><Div id=title/></Div> }

#[callback(output(Details::details.title), input(Page::title.class_name))]
fn detail(class_name: Option<String>) -> Option<String> {
    class_name
}

#[callback(
    output(Page::title.children, Page::title.class_name),
    input(Filter::region.value),
    state(Page::note.value)
)]
fn entitle(
    region: Option<String>,
    note: Option<String>,
) -> (Option<View<Details>>, Option<String>) {
    (region.map(|_| Details::new().build()), note)
}

app! { static APP = { layout: Page, also: [Details], callbacks: [detail, entitle] } }

const MERMAID: &str = r#"flowchart LR
    subgraph id_note["note"]
        prop_note__value["value"]
    end
    subgraph id_title["title"]
        prop_title__children["children"]
        prop_title__class_name["class_name"]
    end
    subgraph id_region["region"]
        prop_region__value["value"]
    end
    subgraph id_details["details"]
        prop_details__title["title"]
    end
    fn_detail(["detail"])
    prop_title__class_name --> fn_detail
    fn_detail --> prop_details__title
    fn_entitle(["entitle"])
    prop_region__value --> fn_entitle
    prop_note__value -.-> fn_entitle
    fn_entitle --> prop_title__children
    fn_entitle --> prop_title__class_name
"#;

#[test]
fn the_diagram_shows_props_in_their_components_and_callbacks_between_them() {
    assert_eq!(APP.graph().to_mermaid(), MERMAID);
}

#[test]
fn the_data_names_what_is_wired_and_what_is_not() {
    let expected = serde_json::json!({
        "layout": "Page",
        "components": [
            {"id": "note", "view": "Page", "props": ["value"]},
            {"id": "title", "view": "Page", "props": ["children", "class_name"]},
            {"id": "region", "view": "Filter", "props": ["value"]},
            {"id": "unused", "view": "Filter", "props": []},
            {"id": "details", "view": "Details", "props": ["title"]},
        ],
        "callbacks": [
            {
                "name": "detail",
                "outputs": ["details.title"], "inputs": ["title.class_name"], "states": [],
            },
            {
                "name": "entitle",
                "outputs": ["title.children", "title.class_name"],
                "inputs": ["region.value"], "states": ["note.value"],
            },
        ],
        "order": ["entitle", "detail"],
    });
    let graph = APP.graph();
    assert_eq!(serde_json::to_value(&graph).expect("JSON"), expected);
    let text: serde_json::Value = serde_json::from_str(&graph.to_json()).expect("JSON");
    assert_eq!(text, expected);
}

#[test]
fn the_same_app_gives_the_same_text() {
    let texts = |app: &App| {
        let graph: CallbackGraph = app.graph();
        (graph.to_mermaid(), graph.to_json())
    };
    assert_eq!(texts(&APP), texts(&APP));
}

view! { Shell => <Div><Dropdown id=place options=["North"]/><PageContainer/></Div> }

view! { Note => <Input id=remark/> }

view! { Home => <Div><Note/></Div> }

view! { Report(year: i32) => <Div><Note/><Div id=table>{year}</Div></Div> }

view! { Missing => <P/> }

#[callback(output(Report::table.title), input(Shell::place.value), state(Note::remark.value))]
fn fill(place: Option<String>, remark: Option<String>) -> Option<String> {
    place.or(remark)
}

app! {
    static SITE = {
        layout: Shell,
        pages: [Home at "/", Report at "/report/{year}" { title: "The report" }],
        not_found: Missing,
        callbacks: [fill],
    }
}

const SITE_MERMAID: &str = r#"flowchart LR
    subgraph id_place["place"]
        prop_place__value["value"]
    end
    subgraph page_0["/ Home"]
        subgraph id_remark["remark"]
            prop_remark__value["value"]
        end
    end
    subgraph page_1["/report/{year} Report"]
        subgraph id_table["table"]
            prop_table__title["title"]
        end
    end
    subgraph page_2["Missing"]
    end
    fn_fill(["fill"])
    prop_place__value --> fn_fill
    prop_remark__value -.-> fn_fill
    fn_fill --> prop_table__title
"#;

#[test]
fn the_pages_are_frames_in_the_diagram() {
    assert_eq!(SITE.graph().to_mermaid(), SITE_MERMAID);
}

#[test]
fn the_data_lists_the_pages_with_what_is_on_them() {
    let remark = serde_json::json!({"id": "remark", "view": "Note", "props": ["value"]});
    let table = serde_json::json!({"id": "table", "view": "Report", "props": ["title"]});
    let expected = serde_json::json!([
        {"path": "/", "view": "Home", "title": "Home", "components": [remark]},
        {
            "path": "/report/{year}", "view": "Report", "title": "The report",
            "components": [table, remark],
        },
        {"path": null, "view": "Missing", "title": "Missing", "components": []},
    ]);
    let graph = serde_json::to_value(SITE.graph()).expect("JSON");
    assert_eq!(graph["pages"], expected);
    assert_eq!(serde_json::to_value(APP.graph()).expect("JSON").get("pages"), None);
}
