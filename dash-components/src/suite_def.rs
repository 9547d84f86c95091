//! What a server and a page need to know of a suite that others made; no files are touched here.

/// A suite of components that comes as a script: its names, its files, and where it takes children.
///
/// `cargo xtask codegen --schema …` writes one beside the components that it generates; the server
/// takes it together with the folder that holds the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuiteDef {
    /// The package whose files these are, as it stands in their URLs: `dash_bootstrap_components`.
    pub package: &'static str,
    /// The suite's name on the wire, and on `window`.
    pub namespace: &'static str,
    /// The version, which is part of the URLs.
    pub version: &'static str,
    /// The scripts that every page loads, in this order, relative to the package's folder.
    pub scripts: &'static [&'static str],
    /// The stylesheets that every page loads, in this order, relative to the package's folder.
    pub stylesheets: &'static [&'static str],
    /// The props beside `children` that take components, by component: `("Tab", &["label"])`.
    /// They are written as paths: `options[].label` is the label of each option.
    pub children_props: &'static [(&'static str, &'static [&'static str])],
}
