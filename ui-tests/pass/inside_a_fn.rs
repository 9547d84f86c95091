//! Everything can be declared inside of a fn, as in an example of the documentation.

fn main() {
    use dash::dcc::Input;
    use dash::html::Div;
    use dash::{app, callback, view};

    view! { Page => <Div><Input id=name/><Div id=greeting/></Div> }

    #[callback(output(Page::greeting.children), input(Page::name.value))]
    fn greet(name: Option<String>) -> String {
        format!("Hello, {}!", name.unwrap_or_default())
    }

    app! { static APP = { layout: Page, callbacks: [greet] } }

    assert_eq!(APP.callbacks[0].name, "greet");
    assert_eq!(greet(Some("Ada".to_owned())), "Hello, Ada!");
}
