//! Pages with and without parameters and fns; ids that several pages share, and callbacks across them.
use dash::prelude::*;

mod notes {
    use dash::prelude::*;

    view! {
        /// Stands on two pages, and is one view.
        pub Note => <Textarea id=note/>
    }
}
use notes::Note;

view! {
    Shell => <Div>
        <Nav id=menu/>
        <Dropdown id=region options=["North", "South"]/>
        <PageContainer/>
        <Store<String> id=kept/>
    </Div>
}

view! { Home => <Div><Note/><Div id=chart/><Div id=unwired/></Div> }

view! { Report(year: i32, detail: Option<bool>) => <Div><Note/><P id=unwired>{year}{detail}</P></Div> }

view! { Search(words: Vec<String>) => <Ul id=found>{for word in words { <Li>{word}</Li> }}</Ul> }

view! { Missing => <P>"Nowhere"</P> }

view! { Panel => <Div id=panel/> }

struct Index;

async fn search(q: Option<String>, from: Option<usize>, index: Data<Index>) -> View<Search> {
    let _ = (from, index);
    Search::new().words(q.into_iter().collect()).build()
}

async fn by_name(name: String, cx: Context) -> Result<Option<View<Search>>, std::num::ParseIntError> {
    let _ = cx;
    let length: usize = name.parse()?;
    Ok((length > 0).then(|| Search::new().words(vec![name]).build()))
}

#[callback(output(Shell::menu.children), input(PageContainer::location.pathname))]
fn navigate(pathname: Option<String>) -> Option<String> {
    pathname
}

/// Of the layout and one page.
#[callback(output(Home::chart.children), input(Shell::region.value), state(Note::note.value))]
fn draw(region: Option<String>, note: Option<String>) -> Option<String> {
    region.or(note)
}

/// Of a view that two pages have, and one that another callback inserts.
#[callback(output(Shell::kept.data), input(Note::note.value), state(optional(Panel::panel.title)))]
fn keep(note: Option<String>, title: Option<String>) -> Option<String> {
    note.or(title)
}

/// Optional ids may be on any page.
#[callback(output(Search::found.title), input(optional(Note::note.value)))]
fn entitle(note: Option<String>) -> Option<String> {
    note
}

/// Leads to another page.
#[callback(output(PageContainer::location.search), input(Shell::region.value), prevent_initial_call)]
fn go(region: Option<String>) -> String {
    format!("?q={}", region.unwrap_or_default())
}

app! {
    static APP = {
        layout: Shell,
        pages: [
            Home at "/",
            Report at "/report/{year}?{detail}" { title: "The report" },
            Search at "/search?{q}&{from}" = search { title: "Search", },
            Search at "/name/{name}" = by_name {
                description: "All that bears a name",
                image: "name.png",
                redirect_from: ["/names/{name}", "/{name}/name"],
            },
        ],
        not_found: Missing { title: "404", description: "Nothing" },
        also: [Panel],
        callbacks: [navigate, draw, keep, entitle, go],
    }
}

app! { static SMALL = { layout: Frame, pages: [Missing at "/"], callbacks: [] } }

view! { Frame => <Main><PageContainer/></Main> }

fn main() {
    assert_eq!(APP.graph().order.len(), 5);
    assert_eq!(SMALL.graph().order.len(), 0);
}
