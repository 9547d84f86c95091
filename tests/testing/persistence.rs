//! What components keep of what the user changed.
use dash::dcc::StorageType;
use dash::prelude::*;
use dash::testing::{Result, TestApp};

view! {
    Form => <Div>
        <Input id=name persistence=true value="Ann"/>
        <Input id=draft persistence="v1" persistence_type={StorageType::Memory}/>
        <Input id=plain/>
        <P id=greeting/>
        <Button id=reset>"Reset"</Button>
        <Button id=show>"Show"</Button>
        <Div id=extra/>
    </Div>
}

view! {
    Extra => <Checklist id=options persistence=true options=["a", "b"]/>
}

#[callback(output(Form::greeting.children), input(Form::name.value))]
fn greet(name: Option<String>) -> String {
    format!("Hello {}", name.unwrap_or_default())
}

#[callback(output(Form::name.value), input(Form::reset.n_clicks), prevent_initial_call)]
fn reset(_clicks: u64) -> &'static str {
    "nobody"
}

#[callback(output(Form::extra.children), input(Form::show.n_clicks), prevent_initial_call)]
fn show(clicks: u64) -> Option<View<Extra>> {
    (clicks % 2 == 1).then(|| Extra::new().build())
}

app! { static APP = { layout: Form, also: [Extra], callbacks: [greet, reset, show] } }

#[tokio::test]
async fn what_the_user_typed_outlives_the_page_but_not_what_is_in_memory() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    app.set(Form::name.value, "Eve").await?;
    app.set(Form::draft.value, "half").await?;
    app.set(Form::plain.value, "gone").await?;
    app.load("/").await?;
    assert_eq!(app.get(Form::name.value)?.as_deref(), Some("Eve"));
    assert_eq!(app.get(Form::greeting.children)?, "Hello Eve");
    assert_eq!(app.get(Form::draft.value)?, None);
    assert_eq!(app.get(Form::plain.value)?, None);
    Ok(())
}

#[tokio::test]
async fn what_a_callback_writes_wins() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    app.set(Form::name.value, "Eve").await?;
    app.click(Form::reset).await?;
    assert_eq!(app.get(Form::name.value)?.as_deref(), Some("nobody"));
    app.load("/").await?;
    assert_eq!(app.get(Form::name.value)?.as_deref(), Some("Ann"));
    Ok(())
}

#[tokio::test]
async fn a_component_that_comes_again_has_what_was_chosen() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    app.click(Form::show).await?;
    app.set(Extra::options.value, ["b"]).await?;
    app.click(Form::show).await?;
    assert!(!app.has(Extra::options.value));
    app.click(Form::show).await?;
    assert_eq!(app.get(Extra::options.value)?, ["b"]);
    Ok(())
}
