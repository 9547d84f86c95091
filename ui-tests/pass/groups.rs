//! Views and callbacks of other modules, as of a library: an app spreads their groups.
use dash::prelude::*;

/// Stands for a crate of its own.
mod library {
    pub mod search {
        use dash::prelude::*;

        view! { pub Search => <Div><Input id=query/><Div id=hits/><Div id=count/></Div> }

        #[callback(output(Search::hits.children), input(Search::query.value))]
        pub fn find(query: Option<String>) -> Option<String> {
            query
        }

        #[callback(output(Search::count.children), input(Search::hits.children))]
        async fn count(hits: Json<String>) -> usize {
            hits.0.len()
        }

        callbacks! {
            /// What makes a `Search` work.
            pub SEARCH: [count, find]
        }
    }

    pub mod filter {
        use dash::prelude::*;

        view! { pub Filter => <Div><Dropdown id=region options=["North"]/><Div id=chosen/></Div> }

        #[callback(output(Filter::chosen.children), input(Filter::region.value))]
        pub fn choose(region: Option<String>) -> Option<String> {
            region
        }

        callbacks! { pub FILTER: [choose] }
        callbacks! { pub EMPTY: [] }
    }

    dash::callbacks! { pub ALL: [..filter::FILTER, ..filter::EMPTY, ..search::SEARCH] }
}

use library::filter::{FILTER, Filter};
use library::search::Search;

view! { Page => <Div><Search/><Filter/><Div id=both/></Div> }

#[callback(output(Page::both.title), input(Filter::chosen.children, Search::count.children))]
fn both(chosen: Json<String>, count: Json<usize>) -> String {
    format!("{}: {}", chosen.0, count.0)
}

app! { static APP = { layout: Page, callbacks: [both, ..library::ALL] } }

app! { static OTHER = { layout: Page, callbacks: [..FILTER, library::search::find, both] } }

fn names(app: &'static dash::App) -> Vec<&'static str> {
    app.callbacks.iter().map(|callback| callback.name).collect()
}

fn main() {
    assert_eq!(names(&APP), ["both", "choose", "count", "find"]);
    assert_eq!(APP.order, [1, 3, 2, 0]);
    assert_eq!(names(&OTHER), ["choose", "find", "both"]);
}
