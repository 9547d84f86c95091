//! Edits of what the page has: lists, numbers, figures, and places inside any value.
use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=add/>
        <Graph id=chart/>
        <Checklist id=days options=["Mon", "Tue"]/>
        <Slider id=count min=0 max=9/>
        <Div id=list/>
        <Store id=kept/>
    </Div>
}

#[callback(output(Page::chart.figure), input(Page::add.n_clicks))]
fn next_point(clicks: u64) -> Patch<Figure> {
    Patch::new()
        .trace(0)
        .at("y")
        .append(clicks)
        .layout()
        .at(("title", "text"))
        .assign(format!("{clicks} points"))
}

#[callback(output(Page::days.value, Page::count.value), input(Page::add.n_clicks))]
fn list_and_number(clicks: u64) -> (Patch<Vec<String>>, Patch<Option<f64>>) {
    let days = Patch::new().append("Mon").prepend("Tue".to_owned()).delete(-1).reverse();
    (days, if clicks > 9 { Patch::new().sub(1) } else { Patch::new().add(1.5) })
}

/// Skipped, or made of a view.
#[callback(output(Page::list.children), input(Page::add.n_clicks))]
async fn maybe(clicks: u64) -> Result<Update<Patch<Node>>, std::num::ParseIntError> {
    Ok(if clicks == 0 { Update::Skip } else { Update::Set(Patch::new().append(view! { <P>{clicks}</P> })) })
}

/// A place is named by a path of its own type.
#[callback(input(Page::add.n_clicks))]
fn beside(clicks: u64, context: Context) {
    let path = ("rows", clicks as usize, "name");
    context.set_props(Page::chart.figure, Patch::new().at(path).delete().at(()).merge([("frames", 1)]));
}

app! { static APP = { layout: Page, callbacks: [next_point, list_and_number, maybe, beside] } }

fn main() {
    assert_eq!(APP.callbacks.len(), 4);
    let _ = Page::kept;
}
