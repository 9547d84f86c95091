//! What a callback can do beside filling its outputs: show that it runs, leave things alone, set other props.
//!
//! Run it with `cargo run --example save`.
use dash::prelude::*;

view! {
    /// A short note, and the one that was saved last.
    pub Note => <Div>
        <H1>"Note"</H1>
        <Label html_for="text">"Text"</Label>
        <Input id=text/>
        <Button id=save>"Save"</Button>
        <P id=status>"Nothing is saved yet"</P>
        <Blockquote id=saved/>
    </Div>
}

const MAX_CHARACTERS: usize = 20;

/// Keeps the note and empties the field; a note that is too long only says so, an empty one nothing.
#[callback(
    output(Note::saved.children, Note::status.children),
    input(Note::save.n_clicks),
    state(Note::text.value),
    running(Note::save.disabled, true, false),
    prevent_initial_call
)]
fn save(
    _clicks: u64,
    text: Option<String>,
    context: Context,
) -> Result<(Update<String>, String), PreventUpdate> {
    let text = text.filter(|text| !text.is_empty()).ok_or(PreventUpdate)?;
    let length = text.chars().count();
    if length > MAX_CHARACTERS {
        return Ok((Update::Skip, format!("{length} characters are too many")));
    }
    context.set_props(Note::text.value, "");
    Ok((Update::Set(text), format!("Saved {length} characters")))
}

app! { static APP = { layout: Note, callbacks: [save] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
