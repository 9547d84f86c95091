//! A site of three pages, each with an address of its own: an overview, a report for each year, and a list.
//!
//! Run it with `cargo run --example pages`.
use std::collections::BTreeMap;

use dash::prelude::*;
use plotly::layout::Axis;
use plotly::{Bar, Layout, Plot};
use serde::Deserialize;

const REGIONS: [&str; 5] = ["North", "South", "East", "West", "Central"];

const MENU: &str = "display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 2rem; border-bottom: 1px solid var(--Dash-Stroke-Weak)";
const ITEM: &str = "padding: 0.5rem 0; text-decoration: none; border-radius: 0";
const SHOWN: &str =
    "padding-bottom: 0.5rem; border-bottom: 2px solid; color: var(--Dash-Text-Strong)";
const CARDS: &str =
    "display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem";
const CARD: &str = "display: block; padding: 1.25rem 1.5rem; border: 1px solid var(--Dash-Stroke-Weak); border-radius: var(--Dash-Radius); background: var(--Dash-Fill-Inverse-Strong); color: inherit; text-decoration: none";
const CHOICES: &str = "display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin-bottom: 1.5rem";
const FIGURE: &str = "font-size: 1.75rem; font-weight: 650; letter-spacing: -0.02em";
const END: &str = "text-align: end";

view! {
    /// What stands around every page.
    pub Shell => <Div style="max-width: 60rem; margin: auto">
        <Nav id=menu aria-label="Pages" style=MENU/>
        <PageContainer/>
    </Div>
}

view! {
    /// A page in the menu; the one that is shown is marked.
    pub MenuItem(name: &str, path: &str, shown: bool) => <Link href=path style=ITEM>
        {if shown { <Span aria-current="page" style=SHOWN>{name}</Span> } else { {name} }}
    </Link>
}

view! {
    /// The years, each a way to its report, and the months of all of them.
    pub Home(years: BTreeMap<u16, f64>, months: Figure) => <Section>
        <H1>"Sales by year"</H1>
        <Div style=CARDS>
            {for (year, revenue) in years {
                <Link href={format!("/report/{year}")} style=CARD>
                    <Div style="color: var(--Dash-Text-Weak)">"Revenue in "{year}</Div>
                    <Div style=FIGURE>{format!("{:.2} million", revenue / 1e6)}</Div>
                </Link>
            }}
        </Div>
        <H2>"Month by month"</H2>
        <Graph figure=months/>
    </Section>
}

view! {
    /// The months of one year.
    pub Report(year: u16) => <Section>
        <H1>"Revenue in "{year}</H1>
        <Div style="max-width: 20rem">
            <Label html_for="region">"Region"</Label>
            <Dropdown id=region options=REGIONS placeholder="All regions"/>
        </Div>
        <Graph id=chart/>
        <Store<u16> id=year data=year/>
    </Section>
}

view! {
    /// The products that sell best; the address says where, and how many.
    pub Products(place: Option<String>, top: u32, rows: Vec<(String, f64)>) => <Section>
        <H1>"Best sellers"</H1>
        <Div style=CHOICES>
            <Div style="flex: 1 1 14rem; max-width: 20rem">
                <Label html_for="place">"Region"</Label>
                <Dropdown id=place options=REGIONS value=place placeholder="All regions"/>
            </Div>
            <Div>
                <Label html_for="top">"Products shown"</Label>
                <RadioItems<u32> id=top options=[5, 10, 20] value=top inline/>
            </Div>
        </Div>
        <Table>
            <Thead><Tr><Th>"Product"</Th><Th style=END>"Revenue"</Th></Tr></Thead>
            <Tbody>
                {for (product, revenue) in rows {
                    <Tr><Td>{product}</Td><Td style=END>{format!("{:.0}k", revenue / 1e3)}</Td></Tr>
                }}
            </Tbody>
        </Table>
    </Section>
}

view! {
    /// What is shown where no page is.
    pub Missing => <Section>
        <H1>"There is no such page"</H1>
        <P>"The "<Link href="/">"overview"</Link>" has all years that there is a report on."</P>
    </Section>
}

/// One row of `sales.csv`.
#[derive(Deserialize)]
struct Sale {
    region: String,
    month: String,
    product: String,
    revenue: f64,
}

impl Sale {
    fn is_in(&self, region: Option<&String>) -> bool {
        region.is_none_or(|region| self.region == *region)
    }

    fn year(&self) -> u16 {
        self.month.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
    }
}

fn load() -> Result<Vec<Sale>, csv::Error> {
    let file = include_bytes!("data/sales.csv");
    csv::Reader::from_reader(file.as_slice()).deserialize().collect()
}

/// Revenue by whatever `key` gives.
fn revenue<'a, K: Ord>(
    sales: impl Iterator<Item = &'a Sale>,
    key: impl Fn(&'a Sale) -> K,
) -> BTreeMap<K, f64> {
    let mut sums = BTreeMap::new();
    for sale in sales {
        *sums.entry(key(sale)).or_insert(0.0) += sale.revenue;
    }
    sums
}

fn by_month<'a>(sales: impl Iterator<Item = &'a Sale>) -> Figure {
    let months = revenue(sales, |sale| sale.month.clone());
    let (months, revenue) = months.into_iter().unzip();
    let mut plot = Plot::new();
    plot.add_trace(Bar::new(months, revenue));
    plot.set_layout(Layout::new().y_axis(Axis::new().title("Revenue")));
    plot.into()
}

async fn home(sales: Data<Vec<Sale>>) -> View<Home> {
    let years = revenue(sales.iter(), Sale::year);
    Home::new().years(years).months(by_month(sales.iter())).build()
}

/// A year without sales has no report: its address shows what that of no page does.
async fn report(year: u16, sales: Data<Vec<Sale>>) -> Option<View<Report>> {
    let has_sales = sales.iter().any(|sale| sale.year() == year);
    has_sales.then(|| Report::new().year(year).build())
}

async fn products(
    region: Option<String>,
    top: Option<u32>,
    sales: Data<Vec<Sale>>,
) -> View<Products> {
    let top = top.unwrap_or(5);
    let sold = sales.iter().filter(|sale| sale.is_in(region.as_ref()));
    let mut rows: Vec<_> = revenue(sold, |sale| sale.product.clone()).into_iter().collect();
    rows.sort_by(|a, b| b.1.total_cmp(&a.1));
    rows.truncate(top as usize);
    Products::new().place(region).top(top).rows(rows).build()
}

/// Marks the page that is shown, wherever one has come from.
#[callback(output(Shell::menu.children), input(PageContainer::location.pathname))]
fn show_menu(pathname: Option<String>) -> Vec<View<MenuItem>> {
    let pathname = pathname.unwrap_or_default();
    [
        ("Overview", "/"),
        ("2023", "/report/2023"),
        ("2024", "/report/2024"),
        ("Products", "/products"),
    ]
    .map(|(name, path)| MenuItem::new().name(name).path(path).shown(path == pathname).build())
    .into()
}

#[callback(output(Report::chart.figure), input(Report::region.value), state(Report::year.data))]
fn draw(region: Option<String>, year: Option<u16>, sales: Data<Vec<Sale>>) -> Figure {
    by_month(sales.iter().filter(|s| Some(s.year()) == year && s.is_in(region.as_ref())))
}

/// Puts what is chosen into the address, which shows it: it can be kept, sent, and gone back to.
#[callback(
    output(PageContainer::location.search),
    input(Products::place.value, Products::top.value),
    state(PageContainer::location.search),
    prevent_initial_call
)]
fn choose(
    region: Option<String>,
    top: Option<u32>,
    search: Option<String>,
) -> Result<String, PreventUpdate> {
    let region = region.map(|region| format!("region={region}&")).unwrap_or_default();
    let chosen = format!("?{region}top={}", top.unwrap_or(5));
    let shown = search.filter(|search| !search.is_empty()).unwrap_or_else(|| "?top=5".into());
    if chosen == shown { Err(PreventUpdate) } else { Ok(chosen) }
}

app! {
    static APP = {
        layout: Shell,
        pages: [
            Home at "/" = home { title: "Sales by year" },
            Report at "/report/{year}" = report { title: "Revenue of a year" },
            Products at "/products?{region}&{top}" = products { title: "Best sellers" },
        ],
        not_found: Missing { title: "No such page" },
        callbacks: [show_menu, draw, choose],
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    Ok(dash::serve(&APP).data(load()?).run().await?)
}

#[cfg(test)]
mod tests {
    use dash::testing::{Result, TestApp};

    use super::*;

    #[tokio::test]
    async fn a_link_leads_to_the_report_of_its_year() -> Result {
        let mut app = TestApp::new(&APP).data(load()?).start().await?;
        assert_eq!(app.title(), "Sales by year");
        app.goto("/report/2024").await?;
        assert_eq!(app.title(), "Revenue of a year");
        assert_eq!(app.get(Report::year.data)?, Some(2024));
        let all = app.json(Report::chart.figure)?;
        app.set(Report::region.value, "North").await?;
        assert_ne!(app.json(Report::chart.figure)?, all);

        app.goto("/report/1999").await?;
        assert_eq!(app.title(), "No such page");
        Ok(())
    }

    #[tokio::test]
    async fn what_is_chosen_stands_in_the_address() -> Result {
        let mut app = TestApp::new(&APP).data(load()?).at("/products").start().await?;
        app.set(Products::place.value, "South").await?;
        assert_eq!(app.address(), "/products?region=South&top=5");
        app.load(&app.address()).await?;
        assert_eq!(app.get(Products::place.value)?.as_deref(), Some("South"));
        Ok(())
    }
}
