//! What a test is told when it, or a callback, is mistaken.
use std::error::Error as _;

use dash::prelude::*;
use dash::testing::{Error, Result, TestApp};

view! {
    Form => <Div>
        <NumberInput id=amount/>
        <Button id=save disabled=true>"Save"</Button>
        <P id=saved/>
        <P id=words/>
        {if false { <P id=gone/> }}
    </Div>
}

#[derive(Debug)]
struct TooMuch(std::num::ParseIntError);

impl std::fmt::Display for TooMuch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("that is too much")
    }
}

impl std::error::Error for TooMuch {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[callback(output(Form::saved.children), input(Form::amount.value))]
fn save(amount: Option<f64>) -> std::result::Result<String, TooMuch> {
    match amount {
        Some(amount) if amount > 10.0 => Err(TooMuch("x".parse::<u8>().unwrap_err())),
        amount => Ok(format!("{amount:?}")),
    }
}

#[callback(
    output(Form::words.children),
    input(Form::amount.value),
    client = "(amount) => String(amount)",
)]
fn word(amount: Option<f64>) -> String;

app! { static APP = { layout: Form, callbacks: [save, word] } }

async fn start() -> std::result::Result<TestApp, Error> {
    TestApp::new(&APP).client("word", |amount: Option<f64>| format!("{amount:?}")).start().await
}

#[tokio::test]
async fn an_id_that_is_not_there_is_named_with_those_like_it() -> Result {
    let mut app = start().await?;
    let error = app.get(dash::Prop::<String>::new("savd", "children", "children")).unwrap_err();
    assert_eq!(error.to_string(), "`savd` is not in the layout\n\nhelp: there is `save`, `saved`");
    let error = app.set(Form::gone.title, "x").await.unwrap_err();
    assert_eq!(error.to_string(), "`gone` is not in the layout");
    Ok(())
}

#[tokio::test]
async fn a_value_of_another_type_is_shown() -> Result {
    let mut app = start().await?;
    app.set(dash::Prop::<String>::new("amount", "value", "value"), "much").await.unwrap_err();
    let error = app.get(Form::amount.value).unwrap_err().to_string();
    assert!(error.starts_with("`amount.value` cannot be read: invalid type"), "{error}");
    assert!(error.ends_with("it is \"much\""), "{error}");
    Ok(())
}

#[tokio::test]
async fn a_callback_that_fails_fails_the_action_with_its_name_and_causes() -> Result {
    let mut app = start().await?;
    app.set(Form::amount.value, 3.0).await?;
    let error = app.set(Form::amount.value, 11.0).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "callback `save` failed: that is too much\n  because: invalid digit found in string\n  called by: amount.value"
    );
    assert!(error.source().is_none());
    // Its output stays as it was, and the app goes on.
    assert_eq!(app.get(Form::saved.children)?, "Some(3.0)");
    app.set(Form::amount.value, 4.0).await?;
    assert_eq!(app.errors().len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_button_that_is_disabled_cannot_be_clicked() -> Result {
    let mut app = start().await?;
    let error = app.click(Form::save).await.unwrap_err();
    assert_eq!(error.to_string(), "`save` cannot be clicked: it is disabled");
    Ok(())
}

#[tokio::test]
async fn a_callback_of_the_browser_needs_someone_to_stand_in() -> Result {
    let error = TestApp::new(&APP).start().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "callback `word` failed: it runs in the browser, and a test has none; let a fn stand in for it: `.client(\"word\", |..| ..)`\n  on its first call"
    );
    let mut app = start().await?;
    app.set(Form::amount.value, 2.0).await?;
    assert_eq!(app.get(Form::words.children)?, "Some(2.0)");
    let error = TestApp::new(&APP).client("wrod", || ()).start().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "no callback `wrod` runs in the browser\n\nhelp: there is `word`"
    );
    Ok(())
}
