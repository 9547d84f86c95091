//! A long computation in the background: how far it is, a button that ends it, an answer that is kept.
//!
//! Run it with `cargo run --example background`.
use dash::prelude::*;
use serde_json::json;

const CHUNK: u32 = 10_000;

view! {
    /// How many primes there are up to a number.
    pub Primes => <Div class_name="primes">
        <H1>"Counting primes"</H1>
        <P>"The server counts in the background; this page only asks how far it is."</P>
        <RadioItems id=limit options=["200000", "1000000", "5000000"] value="1000000" inline=true/>
        <P>
            <Button id=start>"Count"</Button>
            " "
            <Button id=stop disabled=true>"Stop"</Button>
        </P>
        <Progress id=bar value=0 max=1/>
        <P id=status>"Nothing is counted yet"</P>
        <Graph id=chart figure={chart(&[])}/>
    </Div>
}

/// Counts in chunks, and says after each how far it is.
#[callback(
    output(allow_duplicate(Primes::status.children), Primes::chart.figure),
    input(Primes::start.n_clicks),
    state(Primes::limit.value),
    background(interval = 200),
    progress(Primes::bar.value, Primes::bar.max),
    progress_default(0, 1),
    running(Primes::start.disabled, true, false),
    running(Primes::stop.disabled, false, true),
    cancel(Primes::stop.n_clicks),
    cache = "10m",
    cache_args_to_ignore(Primes::start.n_clicks),
    prevent_initial_call
)]
fn count_primes(
    _clicks: u64,
    limit: Option<String>,
    progress: SetProgress<(u32, u32)>,
    context: Context,
) -> Result<(String, Figure), Box<dyn std::error::Error + Send + Sync>> {
    let limit: u32 = limit.ok_or("no limit is chosen")?.parse()?;
    let chunks = limit / CHUNK;
    context.set_props(Primes::status.children, format!("Counting up to {limit} …"));
    let (mut count, mut counts) = (0, Vec::new());
    for chunk in 0..chunks {
        if context.is_cancelled() {
            break;
        }
        count += (chunk * CHUNK..(chunk + 1) * CHUNK).filter(|number| is_prime(*number)).count();
        counts.push(count);
        progress.set((chunk + 1, chunks));
    }
    Ok((format!("There are {count} primes below {limit}"), chart(&counts)))
}

/// The click ends the count; this only says so.
#[callback(
    output(allow_duplicate(Primes::status.children)),
    input(Primes::stop.n_clicks),
    prevent_initial_call
)]
fn say_stopped(_clicks: u64) -> &'static str {
    "The count was stopped"
}

fn is_prime(number: u32) -> bool {
    let mut divisors = (2..).take_while(|divisor| divisor * divisor <= number);
    number > 1 && divisors.all(|divisor| !number.is_multiple_of(divisor))
}

fn chart(counts: &[usize]) -> Figure {
    let ends: Vec<usize> = (1..=counts.len()).map(|chunk| chunk * CHUNK as usize).collect();
    let line = json!({"type": "scatter", "mode": "lines", "x": ends, "y": counts});
    let layout = json!({
        "xaxis": {"title": {"text": "number"}},
        "yaxis": {"title": {"text": "primes below it"}},
    });
    Figure::new(&[line], &layout)
}

app! { static APP = { layout: Primes, callbacks: [count_primes, say_stopped] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}

#[cfg(test)]
mod tests {
    use dash::testing::{Result, TestApp};

    use super::{APP, Primes};

    #[tokio::test]
    async fn a_count_shows_how_far_it_is_and_ends_by_itself_or_by_a_click() -> Result {
        let mut app = TestApp::new(&APP).start().await?;
        app.set(Primes::limit.value, "5000000").await?;
        app.click(Primes::start).await?;
        assert!(app.get(Primes::start.disabled)?);
        app.until_changed(Primes::bar.max).await?;
        assert_eq!(app.json(Primes::bar.max)?, 500);
        app.click(Primes::stop).await?;
        app.until_idle().await?;
        assert_eq!(app.get(Primes::status.children)?, "The count was stopped");
        assert!(!app.get(Primes::start.disabled)?);

        app.set(Primes::limit.value, "200000").await?;
        app.click(Primes::start).await?;
        app.until_idle().await?;
        assert_eq!(app.get(Primes::status.children)?, "There are 17984 primes below 200000");
        assert_eq!(app.json(Primes::chart.figure)?["data"][0]["y"][19], 17984);
        Ok(())
    }
}
