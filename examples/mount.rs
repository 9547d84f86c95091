//! A dashboard inside a larger service: an axum router with routes, state and layers of its own.
//!
//! Run it with `cargo run --example mount`, and add an order from outside with
//! `curl -d '{"region": "North", "amount": 120}' -H 'content-type: application/json' localhost:8050/api/orders`.
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, Response};
use axum::routing::get;
use axum::{Json as Body, Router};
use dash::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::net::TcpListener;

const REGIONS: [&str; 5] = ["North", "South", "East", "West", "Central"];

const FORM: &str = "display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: 1rem 0";
const FIELD: &str = "display: flex; flex-direction: column; flex: 1 1 10rem; max-width: 16rem";

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Order {
    region: String,
    amount: f64,
}

/// What the API and the dashboard share.
#[derive(Debug, Clone, Default)]
struct Orders(Arc<Mutex<Vec<Order>>>);

impl Orders {
    fn add(&self, order: Order) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(order);
    }

    fn all(&self) -> Vec<Order> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

view! {
    /// The orders by region, and a form for another one.
    pub Desk => <Div style="max-width: 60rem; margin: auto">
        <H1>"Orders"</H1>
        <Div style=FORM>
            <Div style=FIELD>
                <Label html_for="region">"Region"</Label>
                <Dropdown id=region options=REGIONS value="North" clearable=false/>
            </Div>
            <Div style=FIELD>
                <Label html_for="amount">"Amount"</Label>
                <NumberInput id=amount value=100 min=1/>
            </Div>
            <Button id=add>"Add"</Button>
        </Div>
        <P id=total aria-live="polite"/>
        <Graph id=chart/>
        <Interval id=tick interval=1000/>
        <Store<usize> id=shown/>
    </Div>
}

/// Adds an order; the dashboard shows it at once, and the API has it.
#[callback(
    output(Desk::tick.n_intervals),
    input(Desk::add.n_clicks),
    state(Desk::region.value, Desk::amount.value, Desk::tick.n_intervals),
    prevent_initial_call
)]
fn add(
    _clicks: u64,
    region: Option<String>,
    amount: Option<f64>,
    ticks: u64,
    orders: Data<Orders>,
) -> Result<u64, PreventUpdate> {
    let (region, amount) = region.zip(amount).ok_or(PreventUpdate)?;
    orders.add(Order { region, amount });
    Ok(ticks + 1)
}

/// Shows the orders, wherever they come from; nothing where there is none that is new.
#[callback(
    output(Desk::total.children, Desk::chart.figure, Desk::shown.data),
    input(Desk::tick.n_intervals),
    state(Desk::shown.data)
)]
fn show(
    _ticks: u64,
    shown: Option<usize>,
    orders: Data<Orders>,
) -> Result<(String, Figure, usize), PreventUpdate> {
    let orders = orders.all();
    if shown == Some(orders.len()) {
        return Err(PreventUpdate);
    }
    let sum = |of: &str| orders.iter().filter(|o| o.region == of).map(|o| o.amount).sum::<f64>();
    let sums = REGIONS.map(sum);
    let bars = json!({"type": "bar", "x": REGIONS, "y": sums, "name": "orders"});
    let layout = json!({"yaxis": {"title": {"text": "amount"}, "rangemode": "tozero"}});
    // The sum of nothing is -0, in Rust.
    let total = 0.0 + sums.iter().sum::<f64>();
    let text = format!("{} orders, {total:.2} in all", orders.len());
    Ok((text, Figure::new(&[bars], &layout), orders.len()))
}

app! { static APP = { layout: Desk, callbacks: [add, show] } }

async fn list(State(orders): State<Orders>) -> Body<Vec<Order>> {
    Body(orders.all())
}

async fn create(State(orders): State<Orders>, Body(order): Body<Order>) -> StatusCode {
    orders.add(order);
    StatusCode::CREATED
}

async fn home() -> Html<&'static str> {
    Html(HOME)
}

const HOME: &str = r#"<!doctype html>
<html lang="en">
<head><title>Order service</title><link rel="icon" href="/desk/_favicon.ico"></head>
<body><h1>Order service</h1><p><a href="/desk/">Dashboard</a>, <a href="/api/orders">API</a></p></body>
</html>"#;

/// A layer of the service's own; the dashboard's answers go through it too.
async fn sign(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert("x-service", HeaderValue::from_static("orders"));
    response
}

fn service() -> dash::Result<Router> {
    let orders = Orders::default();
    let desk = dash::serve(&APP).data(orders.clone()).into_router()?;
    let router = Router::new()
        .route("/", get(home))
        .route("/api/orders", get(list).post(create))
        .nest_service("/desk", desk)
        .layer(from_fn(sign));
    Ok(router.with_state(orders))
}

#[tokio::main]
async fn main() -> dash::Result<()> {
    let config = dash::Config::from_env()?;
    let listener = TcpListener::bind((config.host.as_str(), config.port)).await?;
    eprintln!("Dash is running on http://{}/desk/", listener.local_addr()?);
    axum::serve(listener, service()?).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use dash::testing::{Result, TestApp};
    use std::time::Duration;

    use super::{APP, Desk, Order, Orders};

    #[tokio::test]
    async fn orders_are_shown_wherever_they_come_from() -> Result {
        let orders = Orders::default();
        let mut app = TestApp::new(&APP).data(orders.clone()).start().await?;
        assert_eq!(app.get(Desk::total.children)?, "0 orders, 0.00 in all");
        app.click(Desk::add).await?;
        assert_eq!(app.get(Desk::total.children)?, "1 orders, 100.00 in all");

        orders.add(Order { region: "South".into(), amount: 20.0 });
        app.advance(Duration::from_secs(1)).await?;
        assert_eq!(app.get(Desk::total.children)?, "2 orders, 120.00 in all");
        assert_eq!(app.json(Desk::chart.figure)?["data"][0]["y"][1], 20.0);
        Ok(())
    }
}
