//! Interactions of tests without a browser in a second of CPU: prints a line `name rate` for each app.
//! `cargo xtask bench testing` runs it and holds it against the budget.
use std::time::Duration;

use dash::prelude::*;
use dash::testing::{Result, TestApp};

view! {
    Counter => <Div>
        <Button id=button>"Click me"</Button>
        <P id=text/>
    </Div>
}

#[callback(output(Counter::text.children), input(Counter::button.n_clicks))]
fn count(clicks: u64) -> String {
    format!("Clicked {clicks} times")
}

view! {
    Chain => <Div>
        <NumberInput id=start value=0/>
        <P id=first/>
        <P id=second/>
        <P id=third/>
        <P id=fourth/>
        <P id=fifth/>
    </Div>
}

#[callback(output(Chain::first.children), input(Chain::start.value))]
fn begin(value: Option<f64>) -> f64 {
    value.unwrap_or_default()
}

#[callback(output(Chain::second.children), input(Chain::first.children))]
fn to_second(Json(value): Json<f64>) -> f64 {
    value + 1.0
}

#[callback(output(Chain::third.children), input(Chain::second.children))]
fn to_third(Json(value): Json<f64>) -> f64 {
    value + 1.0
}

#[callback(output(Chain::fourth.children), input(Chain::third.children))]
fn to_fourth(Json(value): Json<f64>) -> f64 {
    value + 1.0
}

#[callback(output(Chain::fifth.children), input(Chain::fourth.children))]
fn to_fifth(Json(value): Json<f64>) -> f64 {
    value + 1.0
}

#[derive(DashId)]
struct Amount {
    row: u32,
}

#[derive(DashId)]
struct Price {
    row: u32,
}

view! {
    Bill => <Div>
        {for row in 0..20 {
            <NumberInput id=Amount { row } value=1/>
            <Span id=Price { row }/>
        }}
        <P id=total/>
    </Div>
}

#[callback(output(Bill::Price { row: MATCH }.children), input(Bill::Amount { row: MATCH }.value))]
fn price(amount: Option<f64>) -> f64 {
    amount.unwrap_or_default() * 2.5
}

#[callback(output(Bill::total.children), input(Bill::Amount { row: ALL }.value))]
fn total(amounts: Vec<Option<f64>>) -> f64 {
    amounts.into_iter().flatten().sum()
}

app! { static COUNTER = { layout: Counter, callbacks: [count] } }
app! { static CHAIN = { layout: Chain, callbacks: [begin, to_second, to_third, to_fourth, to_fifth] } }
app! { static BILL = { layout: Bill, callbacks: [price, total] } }

const ROUNDS: usize = 9;
/// Of CPU: others may use the machine as well.
const ROUND: Duration = Duration::from_millis(200);

/// How many interactions there are between two looks at the time.
const AT_ONCE: u32 = 20;

/// The CPU that this thread has used.
fn used() -> std::io::Result<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = text.split(' ').next().and_then(|first| first.parse().ok());
    Ok(Duration::from_nanos(nanoseconds.unwrap_or_default()))
}

/// The median over the rounds.
fn report(name: &str, mut rates: Vec<f64>) {
    rates.sort_by(f64::total_cmp);
    println!("{name} {:.0}", rates[rates.len() / 2]);
}

/// Interactions in a second of CPU, in each round.
macro_rules! measure {
    ($name:literal, $app:ident, |$at:ident| $interaction:expr) => {{
        let mut rates = Vec::new();
        let mut done = 0_u32;
        for _ in 0..ROUNDS {
            $app.forget_calls();
            let (start, before) = (used()?, done);
            while used()? < start + ROUND {
                for _ in 0..AT_ONCE {
                    done += 1;
                    let $at = done;
                    $interaction.await?;
                }
            }
            rates.push(f64::from(done - before) / (used()? - start).as_secs_f64());
        }
        report($name, rates);
        done
    }};
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let mut app = TestApp::new(&COUNTER).start().await?;
    let clicks = measure!("counter", app, |_at| app.click(Counter::button));
    assert_eq!(app.get(Counter::text.children)?, format!("Clicked {clicks} times"));

    let mut app = TestApp::new(&CHAIN).start().await?;
    let last = measure!("chain of 5", app, |at| app.set(Chain::start.value, at));
    assert_eq!(app.get(Chain::fifth.children)?, format!("{}", last + 4));

    let mut app = TestApp::new(&BILL).start().await?;
    measure!("20 rows, MATCH and ALL", app, |at| {
        app.set(Bill::Amount.value.of(Amount { row: at % 20 }), at)
    });
    Ok(())
}
