//! Parameters beyond the wired ones, also of the user's own kind, in callbacks and layout fns.
use dash::prelude::*;
use dash::{FromContext, Requirement};

view! { Page(theme: &str) => <Div class_name={theme}><Input id=name/><Div id=greeting/></Div> }

struct Settings {
    theme: &'static str,
}

/// What a callback asks for by this type.
struct Theme(&'static str);

impl FromContext for Theme {
    fn from_context(context: &Context) -> Result<Self, String> {
        Data::<Settings>::from_context(context).map(|settings| Self(settings.theme))
    }

    fn requirement() -> Option<Requirement> {
        Data::<Settings>::requirement()
    }
}

async fn page(theme: Theme, settings: Data<Settings>) -> View<Page> {
    assert_eq!(theme.0, settings.theme);
    Page::new().theme(theme.0).build()
}

#[callback(output(Page::greeting.children), input(Page::name.value))]
async fn greet(name: Option<String>, Theme(theme): Theme, context: Context) -> String {
    let _ = context.triggered();
    format!("{theme} {}", name.unwrap_or_default())
}

/// Nothing is wired but the output.
#[callback(output(Page::greeting.title))]
fn hint(_: Context, Theme(theme): Theme) -> &'static str {
    theme
}

app! { static APP = { layout: Page = page, callbacks: [greet, hint] } }

fn main() {
    assert_eq!(APP.callbacks[0].requires.len(), 2);
    assert_eq!(APP.callbacks[1].requires.len(), 2);
}
