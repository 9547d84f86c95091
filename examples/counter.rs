//! A button and a text: the smallest app with a callback.
//!
//! Run it with `cargo run --example counter`.
use dash::prelude::*;

view! {
    /// A button, and how often it was clicked.
    pub Counter => <Div>
        <H1>"Counter"</H1>
        <Button id=button>"Click me"</Button>
        <P id=text/>
    </Div>
}

#[callback(output(Counter::text.children), input(Counter::button.n_clicks))]
fn count(clicks: u64) -> String {
    match clicks {
        0 => "Not clicked yet".to_owned(),
        1 => "Clicked once".to_owned(),
        many => format!("Clicked {many} times"),
    }
}

app! { static APP = { layout: Counter, callbacks: [count] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}

#[cfg(test)]
mod tests {
    use dash::testing::{Result, TestApp};

    use super::{APP, Counter};

    #[tokio::test]
    async fn clicks_are_counted() -> Result {
        let mut app = TestApp::new(&APP).start().await?;
        assert_eq!(app.get(Counter::text.children)?, "Not clicked yet");
        app.click(Counter::button).await?;
        assert_eq!(app.get(Counter::text.children)?, "Clicked once");
        app.click(Counter::button).await?;
        assert_eq!(app.get(Counter::text.children)?, "Clicked 2 times");
        Ok(())
    }
}
