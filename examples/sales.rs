//! Revenue by month: a dropdown chooses the region, a bar chart follows.
//!
//! Run it with `cargo run --example sales`.
use std::collections::BTreeMap;

use dash::prelude::*;
use plotly::layout::Axis;
use plotly::{Bar, Layout, Plot};
use serde::Deserialize;

view! {
    /// The sales page.
    pub Sales => <Div>
        <H1>"Sales dashboard"</H1>
        <Div style="max-width: 20rem">
            <Label html_for="region">"Region"</Label>
            <Dropdown id=region options=["North", "South", "East", "West", "Central"] value="North"/>
        </Div>
        <Graph id=chart/>
    </Div>
}

/// One row of `sales.csv`.
#[derive(Deserialize)]
struct Sale {
    region: String,
    month: String,
    revenue: f64,
}

fn load() -> Result<Vec<Sale>, csv::Error> {
    let file = include_bytes!("data/sales.csv");
    csv::Reader::from_reader(file.as_slice()).deserialize().collect()
}

#[callback(output(Sales::chart.figure), input(Sales::region.value))]
fn update_chart(region: Option<String>, sales: Data<Vec<Sale>>) -> Figure {
    let mut by_month = BTreeMap::new();
    for sale in sales.iter().filter(|sale| Some(&sale.region) == region.as_ref()) {
        *by_month.entry(&*sale.month).or_insert(0.0) += sale.revenue;
    }
    let (months, revenue) = by_month.into_iter().map(|(m, sum)| (m.to_owned(), sum)).unzip();
    let title = region.as_deref().unwrap_or("Choose a region");
    let mut plot = Plot::new();
    plot.add_trace(Bar::new(months, revenue));
    plot.set_layout(Layout::new().title(title).y_axis(Axis::new().title("Revenue")));
    plot.into()
}

app! { static APP = { layout: Sales, callbacks: [update_chart] } }

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    Ok(dash::serve(&APP).data(load()?).run().await?)
}

#[cfg(test)]
mod tests {
    use dash::testing::{Result, TestApp};
    use serde_json::json;

    use super::{APP, Sale, Sales};

    fn sale(region: &str, month: &str, revenue: f64) -> Sale {
        Sale { region: region.into(), month: month.into(), revenue }
    }

    #[tokio::test]
    async fn choosing_a_region_redraws_the_chart() -> Result {
        let sales = vec![
            sale("North", "2024-01", 10.0),
            sale("North", "2024-01", 5.0),
            sale("South", "2024-02", 7.0),
        ];
        let mut app = TestApp::new(&APP).data(sales).start().await?;
        let figure = app.json(Sales::chart.figure)?;
        assert_eq!(figure["layout"]["title"]["text"], "North");
        assert_eq!(figure["data"][0]["y"], json!([15.0]));

        app.set(Sales::region.value, "South").await?;
        let figure = app.json(Sales::chart.figure)?;
        assert_eq!(figure["data"][0]["x"], json!(["2024-02"]));
        assert_eq!(figure["data"][0]["y"], json!([7.0]));
        Ok(())
    }
}
