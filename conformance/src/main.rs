//! One page of a suite made by others: `conformance <suite> <site-packages>`.

mod apps;
mod suites;

use std::path::{Path, PathBuf};

use dash::{App, Server, Suite, SuiteDef};

#[tokio::main]
async fn main() -> dash::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let packages = arguments.next().map(PathBuf::from).unwrap_or_default();
    let Some((app, defs)) = page(&name) else {
        return Err(dash::Error::Config(vec![format!("there is no page of `{name}`")]));
    };
    server(app, &defs, &packages).run().await
}

fn page(name: &str) -> Option<(&'static App, Vec<&'static SuiteDef>)> {
    use suites::{ag_grid, bootstrap, cytoscape, dcc, html, leaflet, mantine, table};
    Some(match name {
        "core" => (&apps::core::APP, vec![&dcc::SUITE, &html::SUITE, &PLOTLY]),
        "table" => (&apps::table::APP, vec![&table::SUITE]),
        "bootstrap" => (&apps::bootstrap::APP, vec![&bootstrap::SUITE]),
        "mantine" => (&apps::mantine::APP, vec![&mantine::SUITE]),
        "leaflet" => (&apps::leaflet::APP, vec![&leaflet::SUITE]),
        "ag_grid" => (&apps::ag_grid::APP, vec![&ag_grid::SUITE]),
        "cytoscape" => (&apps::cytoscape::APP, vec![&cytoscape::SUITE]),
        _ => return None,
    })
}

/// The chart library, which upstream's graph asks for as it does in Python.
const PLOTLY: SuiteDef = SuiteDef {
    package: "plotly",
    namespace: "plotly",
    version: "7.1.0",
    scripts: &[],
    stylesheets: &[],
    children_props: &[],
};

/// The bundles lie where pip put them: in a folder by the package's name.
fn server(app: &'static App, defs: &[&SuiteDef], packages: &Path) -> Server {
    let suite = |def: &&SuiteDef| Suite::of(def).folder(packages.join(def.package));
    defs.iter().map(suite).fold(dash::serve(app), Server::suite)
}
