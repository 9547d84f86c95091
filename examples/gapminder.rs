//! Wealth and health of nations: a slider chooses the year, and the chart tells what the pointer is on.
//!
//! Run it with `cargo run --example gapminder`.
use dash::dcc::HoverData;
use dash::prelude::*;
use plotly::common::{Marker, Mode};
use plotly::layout::{Axis, AxisType};
use plotly::{Layout, Plot, Scatter};
use serde::Deserialize;

view! {
    /// The page: choices above, the chart, and a line about one country.
    pub Gapminder => <Div>
        <H1>"Wealth and health of nations"</H1>
        <RadioItems<Continent> id=continent options={Continent::ALL} value={Continent::Europe} inline/>
        <Label html_for="year">"Year"</Label>
        <Slider id=year min=1952 max=2007 step=5 value=2007/>
        <Graph id=chart/>
        <P id=about/>
    </Div>
}

#[derive(Clone, Copy, PartialEq, Deserialize, OptionValue)]
enum Continent {
    Africa,
    Americas,
    Asia,
    Europe,
    Oceania,
}

/// One row of `gapminder.csv`.
#[derive(Deserialize)]
struct Country {
    #[serde(rename = "country")]
    name: String,
    continent: Continent,
    year: u16,
    #[serde(rename = "lifeExp")]
    life_expectancy: f64,
    pop: f64,
    #[serde(rename = "gdpPercap")]
    gdp_per_person: f64,
}

fn load() -> Result<Vec<Country>, csv::Error> {
    let file = include_bytes!("data/gapminder.csv");
    csv::Reader::from_reader(file.as_slice()).deserialize().collect()
}

#[callback(
    output(Gapminder::chart.figure),
    input(Gapminder::continent.value, Gapminder::year.value)
)]
fn draw(continent: Option<Continent>, Json(year): Json<u16>, world: Data<Vec<Country>>) -> Figure {
    let shown = || world.iter().filter(|c| c.year == year && Some(c.continent) == continent);
    let wealth = shown().map(|c| c.gdp_per_person).collect();
    let health = shown().map(|c| c.life_expectancy).collect();
    let marker = Marker::new().size_array(shown().map(|c| diameter(c.pop)).collect()).opacity(0.7);
    let names = shown().map(|c| c.name.clone()).collect();
    let mut plot = Plot::new();
    plot.add_trace(
        Scatter::new(wealth, health).mode(Mode::Markers).text_array(names).marker(marker),
    );
    plot.set_layout(
        Layout::new()
            .x_axis(Axis::new().title("GDP per person, dollars").type_(AxisType::Log))
            .y_axis(Axis::new().title("Life expectancy, years")),
    );
    plot.into()
}

/// The circle's diameter in pixels; its area grows with the population.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is 4 to 100")]
fn diameter(pop: f64) -> usize {
    (4.0 + pop.sqrt() / 400.0) as usize
}

#[callback(
    output(Gapminder::about.children),
    input(Gapminder::chart.hover_data, Gapminder::year.value)
)]
fn describe(
    hover: Option<HoverData>,
    Json(year): Json<u16>,
    world: Data<Vec<Country>>,
) -> Option<String> {
    let hover = hover?;
    let name = hover.points.first()?.text.as_ref()?.as_str()?;
    let found = world.iter().find(|c| c.year == year && c.name == name)?;
    let (people, years) = (found.pop / 1e6, found.life_expectancy);
    Some(format!("{name} in {year}: {people:.1} million people, life expectancy {years:.1} years"))
}

app! { static APP = { layout: Gapminder, callbacks: [draw, describe] } }

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    Ok(dash::serve(&APP).data(load()?).run().await?)
}
