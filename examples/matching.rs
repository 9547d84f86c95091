//! A bill: lines come and go, each shows its own price, and one callback adds them all up.
//!
//! Run it with `cargo run --example matching`.
use dash::prelude::*;

/// How many pieces a line is for.
#[derive(DashId)]
struct Amount {
    row: u32,
}

/// What the pieces of a line cost.
#[derive(DashId)]
struct Price {
    row: u32,
}

/// Takes a line away.
#[derive(DashId)]
struct Remove {
    row: u32,
}

const EACH: f64 = 2.5;

view! {
    /// One line of the bill.
    pub Line(row: u32, amount: f64) => <Div style="display: flex; gap: 1rem; align-items: center">
        <NumberInput id=Amount { row } value=amount min=0 aria-label="Pieces"/>
        <Span id=Price { row }/>
        <Button id=Remove { row }>"Remove"</Button>
    </Div>
}

view! {
    /// The lines, and what they cost together.
    pub Bill => <Div>
        <H1>"Bill"</H1>
        <Div id=lines><Line row=0 amount=1.0/></Div>
        <Button id=add>"Add a line"</Button>
        <P>"Total: " <Span id=total/></P>
        <Store<Vec<u32>> id=rows data={vec![0]}/>
    </Div>
}

/// Adds a line, or removes the one whose button was clicked; the others keep what was typed.
#[callback(
    output(Bill::lines.children, Bill::rows.data),
    input(Bill::add.n_clicks, Line::Remove { row: ALL }.n_clicks),
    state(Bill::rows.data, Line::Amount { row: ALL }.value),
    prevent_initial_call
)]
fn edit(
    added: u64,
    removed: Vec<u64>,
    rows: Option<Vec<u32>>,
    amounts: Vec<Option<f64>>,
    context: Context,
) -> Result<(Vec<View<Line>>, Vec<u32>), PreventUpdate> {
    let mut lines: Vec<(u32, f64)> = rows
        .unwrap_or_default()
        .into_iter()
        .zip(amounts)
        .map(|(row, amount)| (row, amount.unwrap_or_default()))
        .collect();
    match context.triggered_id_as::<Remove>() {
        // New lines bring new buttons, which nobody has clicked yet.
        Some(_) if removed.iter().all(|&clicks| clicks == 0) => return Err(PreventUpdate),
        Some(Remove { row }) => lines.retain(|line| line.0 != row),
        None => lines.push((u32::try_from(added).unwrap_or(u32::MAX), 1.0)),
    }
    let rows = lines.iter().map(|line| line.0).collect();
    let line = |(row, amount)| Line::new().row(row).amount(amount).build();
    Ok((lines.into_iter().map(line).collect(), rows))
}

/// The price of one line, from its own amount.
#[callback(output(Line::Price { row: MATCH }.children), input(Line::Amount { row: MATCH }.value))]
fn price(amount: Option<f64>) -> String {
    format!("{:.2} €", amount.unwrap_or_default() * EACH)
}

/// The sum over all lines.
#[callback(output(Bill::total.children), input(Line::Amount { row: ALL }.value))]
fn total(amounts: Vec<Option<f64>>) -> String {
    format!("{:.2} €", amounts.into_iter().flatten().sum::<f64>() * EACH)
}

app! { static APP = { layout: Bill, callbacks: [edit, price, total] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}

#[cfg(test)]
mod tests {
    use dash::testing::{Result, TestApp};

    use super::*;

    #[tokio::test]
    async fn lines_come_and_go_and_the_total_follows() -> Result {
        let mut app = TestApp::new(&APP).start().await?;
        assert_eq!(app.get(Bill::total.children)?, "2.50 €");
        app.click(Bill::add).await?;
        app.set(Line::Amount.value.of(Amount { row: 1 }), 4).await?;
        assert_eq!(app.get(Line::Price.children.of(Price { row: 1 }))?, "10.00 €");
        assert_eq!(app.get(Bill::total.children)?, "12.50 €");

        app.click(Line::Remove.n_clicks.of(Remove { row: 0 })).await?;
        assert!(!app.has(Line::Amount.value.of(Amount { row: 0 })));
        assert_eq!(app.get(Bill::rows.data)?, Some(vec![1]));
        assert_eq!(app.get(Bill::total.children)?, "10.00 €");
        Ok(())
    }

    #[tokio::test]
    async fn what_is_typed_in_one_line_is_no_business_of_the_others() -> Result {
        let mut app = TestApp::new(&APP).start().await?;
        app.click(Bill::add).await?;
        app.forget_calls();
        app.set(Line::Amount.value.of(Amount { row: 0 }), 2).await?;
        let called: Vec<&str> = app.calls().iter().map(|call| &*call.callback).collect();
        assert_eq!(called, ["price", "total"]);
        Ok(())
    }
}
