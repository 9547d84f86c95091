//! The suites, as `cargo xtask codegen` writes them into `src/generated/` before this is built.

#[path = "generated/ag_grid.rs"]
pub(crate) mod ag_grid;
#[path = "generated/bootstrap.rs"]
pub(crate) mod bootstrap;
#[path = "generated/cytoscape.rs"]
pub(crate) mod cytoscape;
#[path = "generated/dcc.rs"]
pub(crate) mod dcc;
#[path = "generated/html.rs"]
pub(crate) mod html;
#[path = "generated/leaflet.rs"]
pub(crate) mod leaflet;
#[path = "generated/mantine.rs"]
pub(crate) mod mantine;
#[path = "generated/table.rs"]
pub(crate) mod table;
