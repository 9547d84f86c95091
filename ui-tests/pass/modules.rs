//! Views, callbacks and ids of several modules, named by every kind of path.
use dash::{app, view};

mod parts {
    pub mod table {
        use dash::prelude::*;

        #[derive(DashId, Clone)]
        pub struct Row {
            pub index: u32,
        }

        view! {
            /// A part with parameters, ids and a family of its own.
            pub Table(title: &str, rows: u32) => <Div>
                <H2 id=heading>{title}</H2>
                {for index in 0..rows { <Button id=Row { index }>{index}</Button> }}
                <Div id=chosen/>
            </Div>
        }

        #[callback(output(Table::chosen.children), input(self::Table::Row { index: ALL }.n_clicks))]
        pub fn choose(clicks: Vec<u64>) -> u64 {
            clicks.iter().sum()
        }
    }

    pub mod chart {
        dash::view! { pub Chart => <dash::dcc::Graph id=figure/> }

        #[dash::callback(
            output(Chart::figure.figure),
            input(super::table::Table::chosen.children)
        )]
        pub(crate) fn draw(dash::Json(chosen): dash::Json<Option<u64>>) -> dash::Figure {
            let _ = chosen;
            dash::Figure::default()
        }
    }
}

use parts::chart::Chart;

view! {
    pub Page => <dash::html::Main>
        <parts::table::Table title="Rows" rows=3/>
        <Chart/>
    </dash::html::Main>
}

#[dash::callback(output(crate::parts::table::Table::heading.title), input(Chart::figure.click_data))]
fn note(click: dash::Json<Option<u8>>) -> &'static str {
    if click.0.is_some() { "a point" } else { "no point" }
}

app! {
    pub static APP = {
        layout: crate::Page,
        callbacks: [parts::table::choose, crate::parts::chart::draw, self::note],
    }
}

fn main() {
    let names: Vec<&str> = APP.callbacks.iter().map(|callback| callback.name).collect();
    assert_eq!(names, ["choose", "draw", "note"]);
    assert_eq!(APP.order, [0, 2, 1]);
}
