//! The source of the crates whose compilation is measured.

use std::fmt::Write as _;

/// Ids that one view declares, and elements of one row of a view.
const IDS: usize = 50;

/// A tree of callbacks, each with one output, two inputs and a state, and views that declare their ids.
pub(super) fn callbacks(size: usize) -> String {
    let mut text = String::new();
    for view in 0..=size / IDS {
        let ids = repeat(IDS, |id| format!("<Input id=i{}/>", view * IDS + id));
        let _ = writeln!(text, "view! {{ pub View{view} => <Div>{ids}</Div> }}");
    }
    let id = |number: usize| format!("View{}::i{number}", number / IDS);
    for number in 1..=size {
        let [parent, submitted, hint] = [(number - 1) / 2, number * 7 % size, number * 13 % size];
        let (output, input, other, state) = (id(number), id(parent), id(submitted), id(hint));
        let _ = writeln!(
            text,
            "#[callback(output({output}.value), input({input}.value, {other}.n_submit), state({state}.placeholder))]\n\
             pub fn callback_{number}(value: Option<String>, submits: u64, hint: Option<String>) -> Option<String> {{\n    \
             if submits > 0 {{ value }} else {{ hint }}\n}}"
        );
    }
    text
}

/// The app that lists them all.
pub(super) fn app(size: usize) -> String {
    let views = repeat(size / IDS + 1, |view| format!("<View{view}/>"));
    let names: Vec<String> = (1..=size).map(|number| format!("callback_{number}")).collect();
    format!(
        "view! {{ pub Page => <Div>{views}</Div> }}\n\
         app! {{ pub static APP = {{ layout: Page, callbacks: [{}] }} }}\n",
        names.join(", ")
    )
}

/// A view of so many elements with texts, props and values.
pub(super) fn view(size: usize) -> String {
    let rows = repeat(size / IDS, |row| {
        let cells = repeat(IDS - 1, |cell| {
            format!("<P class_name=\"cell\" title={{{row}.to_string()}}>\"cell {cell}\"</P>")
        });
        format!("<Div>{cells}</Div>")
    });
    format!("view! {{ pub Page => <>{rows}</> }}\n")
}

fn repeat(times: usize, piece: impl Fn(usize) -> String) -> String {
    (0..times).fold(String::new(), |text, number| text + &piece(number))
}

#[cfg(test)]
mod tests {
    use super::{app, callbacks, view};

    #[test]
    fn the_crates_have_what_is_measured() {
        let text = callbacks(100) + &app(100);
        assert_eq!(text.matches("#[callback(").count(), 100);
        assert_eq!(text.matches("view! {").count(), 4);
        assert_eq!(text.matches("<Input id=").count(), 150);
        assert!(text.contains("output(View2::i100.value), input(View0::i49.value"), "{text}");
        let text = view(1_000);
        assert_eq!(text.matches("<P ").count() + text.matches("<Div>").count(), 1_000);
    }
}
