//! Writes the pages that have too many ids to be written by hand.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("wide.rs"), wide())?;
    Ok(fs::write(Path::new(&folder).join("components.rs"), components())?)
}

/// 100 inputs, each with ten texts that follow it.
fn wide() -> String {
    let row = |row: usize| {
        let texts =
            join(10, " ", |text| format!("<Span id=text_{row}_{text} class_name=\"text\"/>"));
        format!("<Input id=entry_{row} class_name=\"entry\"/>{texts}")
    };
    let callback = |row: usize| {
        let outputs = join(10, ", ", |text| format!("Row{row}::text_{row}_{text}.children"));
        let types = join(10, ", ", |_| "String".into());
        format!(
            "#[callback(output({outputs}), input(Row{row}::entry_{row}.value))]\n\
             fn callback_{row}(value: Option<String>) -> ({types}) {{ texts(value) }}\n"
        )
    };
    page("Wide", 100, row, callback)
}

/// 200 rows of ten components, a callback each; the first 20 are called when the page is loaded.
fn components() -> String {
    let row = |row: usize| {
        format!(
            "<Label>\"Row {row}\"</Label><html::Button id=button_{row} class_name=\"button\">\"Click\"</html::Button>\
             <P id=text_{row} class_name=\"text\"/><Input/>\
             <Div><Span>\"a\"</Span><Span>\"b\"</Span><Span>\"c\"</Span><Span>\"d\"</Span></Div>"
        )
    };
    let callback = |row: usize| {
        let first = if row < 20 { "" } else { ", prevent_initial_call" };
        format!(
            "#[callback(output(Row{row}::text_{row}.children), input(Row{row}::button_{row}.n_clicks){first})]\n\
             fn callback_{row}(clicks: u64) -> String {{ text(clicks) }}\n"
        )
    };
    page("Components", 200, row, callback)
}

/// A view for each row, because one of thousands of components takes rustc minutes to optimize.
fn page(
    name: &str,
    rows: usize,
    row: impl Fn(usize) -> String,
    callback: impl Fn(usize) -> String,
) -> String {
    let view = |number| format!("view! {{ Row{number} => <Div>{}</Div> }}\n", row(number));
    let mut text = join(rows, "", view);
    let views = join(rows, "", |row| format!("<Row{row}/>"));
    let _ = writeln!(text, "view! {{ {name} => <Div>{views}</Div> }}");
    text += &join(rows, "", callback);
    let names = join(rows, ", ", |row| format!("callback_{row}"));
    let _ = writeln!(text, "app! {{ static APP = {{ layout: {name}, callbacks: [{names}] }} }}");
    text
}

fn join(times: usize, between: &str, piece: impl Fn(usize) -> String) -> String {
    (0..times).map(piece).collect::<Vec<_>>().join(between)
}
