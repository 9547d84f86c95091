//! The HTML of a page: what stands in each slot of the index string.
use std::sync::Arc;

use super::assets::Links;
use super::foreign::Suites;
use super::front_end::Needs;
use super::html::{Gap, Html};
use super::meta::{self, About, Metas};
use super::page::Contents;
use super::page_config::PageConfig;
use super::script;
use super::suites::PACKAGE;
use crate::config::{External, Part, Slot};

/// The pages of a server, less what differs from load to load.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) index: Vec<Part>,
    pub(super) metas: Metas,
    pub(super) config: PageConfig,
    pub(super) dependencies: String,
    /// The scripts of callbacks that the browser runs.
    pub(super) functions: Vec<String>,
    pub(super) external_scripts: Vec<External>,
    pub(super) external_stylesheets: Vec<External>,
    pub(super) links: Links,
    pub(super) suites: Arc<Suites>,
    /// Whether some callback runs in the background.
    pub(super) has_jobs: bool,
}

impl Document {
    /// The page of a layout; `about` is what the page at its address says of itself.
    pub(super) fn render(&self, prefix: &str, about: Option<&About>, contents: &Contents) -> Html {
        let mut page = Html::with_capacity(4096 + contents.layout.len() + self.dependencies.len());
        for part in &self.index {
            match part {
                Part::Text(text) => page.push(text),
                Part::Slot(slot) => self.fill(&mut page, *slot, prefix, about, contents),
            }
        }
        page
    }

    fn fill(
        &self,
        page: &mut Html,
        slot: Slot,
        prefix: &str,
        about: Option<&About>,
        contents: &Contents,
    ) {
        match slot {
            Slot::Metas => self.metas.write(page, prefix, &self.links, about),
            Slot::Title => {
                page.push(&script::text(about.map_or(&*self.metas.title, |about| &about.title)));
            }
            Slot::Favicon => self.icon(page, prefix),
            Slot::Css => self.css(page, prefix, &contents.needs),
            Slot::AppEntry => page.push(ENTRY),
            Slot::Config => {
                self.settings(page, prefix);
                data(page, "_dash-layout", &contents.layout);
                data(page, "_dash-dependencies", &self.dependencies);
            }
            Slot::Scripts => self.scripts(page, prefix, &contents.needs),
            // Our renderer starts itself.
            Slot::Renderer => {}
            Slot::Nonce => page.bare_nonce(),
        }
    }

    /// The settings, which end with what the load is called.
    fn settings(&self, page: &mut Html, prefix: &str) {
        let config = script::json(&self.config.json(prefix, &self.suites));
        let Some(open) = config.strip_suffix('}').filter(|_| self.has_jobs) else {
            return data(page, "_dash-config", &config);
        };
        page.push("<script id=\"_dash-config\" type=\"application/json\">");
        page.push(open);
        page.push(",\"end_id\":\"");
        page.gap(Gap::EndId);
        page.line(format_args!("\"}}</script>"));
    }

    fn icon(&self, page: &mut Html, prefix: &str) {
        let own = || format!("{prefix}_favicon.ico");
        let icon = self.links.icon.as_ref().map_or_else(own, |icon| self.links.url(prefix, icon));
        page.line(format_args!("<link rel=\"icon\" type=\"image/x-icon\" href=\"{icon}\">"));
    }

    fn css(&self, page: &mut Html, prefix: &str, needs: &Needs) {
        for External { url, attributes } in &self.external_stylesheets {
            page.push("<link rel=\"stylesheet\"");
            page.nonce();
            let attributes = meta::written(attributes);
            page.line(format_args!(" href=\"{}\"{attributes}>", script::text(url)));
        }
        let suites = format!("{prefix}_dash-component-suites/{PACKAGE}/");
        // What all else waits for comes first: browsers open few connections, and the entry's element
        // stands below a layout that may be long.
        for module in needs.entry.iter().chain(&needs.modules) {
            page.push("<link rel=\"modulepreload\"");
            page.nonce();
            page.line(format_args!(" href=\"{suites}{module}\">"));
        }
        for style in &needs.styles {
            page.line(format_args!("<link rel=\"stylesheet\" href=\"{suites}{style}\">"));
        }
        if let Some(plotly) = needs.plotly {
            page.push("<link rel=\"preload\" as=\"script\"");
            page.nonce();
            page.line(format_args!(" href=\"{suites}{plotly}\">"));
        }
        for style in &self.suites.stylesheets {
            page.line(format_args!("<link rel=\"stylesheet\" href=\"{prefix}{style}\">"));
        }
        // The app's own come last, so that they win.
        for style in &self.links.styles {
            let url = self.links.url(prefix, style);
            page.line(format_args!("<link rel=\"stylesheet\" href=\"{url}\">"));
        }
    }

    fn scripts(&self, page: &mut Html, prefix: &str, needs: &Needs) {
        for External { url, attributes } in &self.external_scripts {
            open_script(page, "");
            let attributes = meta::written(attributes);
            page.line(format_args!(" src=\"{}\"{attributes}></script>", script::text(url)));
        }
        for script in &self.links.scripts {
            let kind = if script.contains(".mjs?") { " type=\"module\"" } else { "" };
            open_script(page, kind);
            page.line(format_args!(" src=\"{}\"></script>", self.links.url(prefix, script)));
        }
        for function in &self.functions {
            open_script(page, "");
            page.line(format_args!(">\n{function}\n</script>"));
        }
        if let Some(entry) = needs.entry {
            open_script(page, " type=\"module\"");
            let src = format_args!("{prefix}_dash-component-suites/{PACKAGE}/{entry}");
            page.line(format_args!(" src=\"{src}\"></script>"));
        }
        // Deferred scripts run after the entry, which publishes what they expect on `window`, and
        // know their own address, below which they find what they load later.
        for script in &self.suites.scripts {
            open_script(page, " defer");
            page.line(format_args!(" src=\"{prefix}{script}\"></script>"));
        }
    }
}

const ENTRY: &str =
    "<main id=\"react-entry-point\"><div class=\"_dash-loading\">Loading...</div></main>";

/// Up to the attributes that differ.
fn open_script(page: &mut Html, kind: &str) {
    page.push("<script");
    page.push(kind);
    page.nonce();
}

/// Data is no script: it needs no nonce.
fn data(page: &mut Html, id: &str, json: &str) {
    page.line(format_args!("<script id=\"{id}\" type=\"application/json\">{json}</script>"));
}
