//! The meta tags of a page: those of every page, those of the app, and what a page says of itself.
use super::html::Html;
use super::script;
use crate::Config;
use crate::config::MetaTag;

/// What a page says of itself.
#[derive(Debug)]
pub(super) struct About {
    pub(super) title: String,
}

/// The meta tags that all pages have.
#[derive(Debug)]
pub(super) struct Metas {
    pub(super) title: String,
    description: Option<String>,
    tags: Vec<MetaTag>,
}

impl Metas {
    pub(super) fn new(config: &Config) -> Self {
        let own = [
            ("charset", MetaTag::default().with("charset", "utf-8")),
            ("viewport", MetaTag::new("viewport", "width=device-width, initial-scale=1")),
        ];
        let given = |name| config.meta_tags.iter().any(|tag| tag.is(name));
        let own = own.into_iter().filter(|(name, _)| !given(name)).map(|(_, tag)| tag);
        Self {
            title: config.title.clone(),
            description: config.description.clone(),
            tags: own.chain(config.meta_tags.iter().cloned()).collect(),
        }
    }

    /// Writes them into the head.
    pub(super) fn write(&self, page: &mut Html) {
        for tag in &self.tags {
            page.line(format_args!("<meta{}>", written(&tag.attributes)));
        }
        if let Some(description) = &self.description {
            let tag = MetaTag::new("description", description);
            page.line(format_args!("<meta{}>", written(&tag.attributes)));
        }
    }
}

/// Attributes, each with a blank before it.
pub(super) fn written(attributes: &[(String, String)]) -> String {
    let one = |(name, value): &(String, String)| format!(" {name}=\"{}\"", script::text(value));
    attributes.iter().map(one).collect()
}
