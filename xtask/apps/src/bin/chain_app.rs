//! Five callbacks, each of which waits for the one before.
use dash::prelude::*;

view! {
    Chain => <Div>
        <html::Button id=button>"Click me"</html::Button>
        <P id=one/><P id=two/><P id=three/><P id=four/><P id=end/>
    </Div>
}

#[callback(output(Chain::one.children), input(Chain::button.n_clicks))]
fn one(clicks: u64) -> String {
    format!("{clicks}.")
}

#[callback(output(Chain::two.children), input(Chain::one.children))]
fn two(Json(text): Json<Option<String>>) -> String {
    next(text)
}

#[callback(output(Chain::three.children), input(Chain::two.children))]
fn three(Json(text): Json<Option<String>>) -> String {
    next(text)
}

#[callback(output(Chain::four.children), input(Chain::three.children))]
fn four(Json(text): Json<Option<String>>) -> String {
    next(text)
}

#[callback(output(Chain::end.children), input(Chain::four.children))]
fn end(Json(text): Json<Option<String>>) -> String {
    next(text)
}

fn next(text: Option<String>) -> String {
    text.unwrap_or_default() + "."
}

app! { static APP = { layout: Chain, callbacks: [one, two, three, four, end] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
