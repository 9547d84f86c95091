//! Callbacks that run in the browser: no request is made, and the types are checked all the same.
//!
//! Run it with `cargo run --example client`.
use dash::prelude::*;

view! {
    /// A loan, its monthly rate, and what it costs.
    pub Loan => <Div>
        <H1>"What does a loan cost?"</H1>
        <Label html_for="sum">"Sum in euros"</Label>
        <NumberInput id=sum value=12_000 min=0/>
        <Label html_for="years">"Years"</Label>
        <Slider id=years min=1 max=30 value=10/>
        <P id=rate/>
        <P id=words/>
    </Div>
}

/// The monthly rate at 3 % a year.
#[callback(
    output(Loan::rate.children),
    input(Loan::sum.value, Loan::years.value),
    client = "(sum, years) => {
        const month = 0.03 / 12;
        return Number((sum * month / (1 - (1 + month) ** (-12 * years))).toFixed(2));
    }",
)]
fn rate(sum: Option<f64>, years: Option<f64>) -> Option<f64>;

/// The same in words; the server formats it.
#[callback(output(Loan::words.children), input(Loan::sum.value, Loan::years.value))]
fn words(sum: Option<f64>, years: Option<f64>) -> Result<String, PreventUpdate> {
    let (sum, years) = sum.zip(years).ok_or(PreventUpdate)?;
    Ok(format!("{sum} € in {years} years, each month:"))
}

app! { static APP = { layout: Loan, callbacks: [rate, words] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
