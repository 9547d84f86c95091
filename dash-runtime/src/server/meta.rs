//! The meta tags of a page: those of every page, those of the app, and what a page says of itself.
use percent_encoding::utf8_percent_encode;

use super::assets::{KEPT, Links};
use super::html::Html;
use super::script;
use crate::Config;
use crate::config::MetaTag;

/// What a page says of itself.
#[derive(Debug)]
pub(super) struct About {
    pub(super) title: String,
    pub(super) description: Option<&'static str>,
    /// A file of the assets, or a URL.
    pub(super) image: Option<&'static str>,
    /// The path as the browser has it.
    pub(super) path: String,
    /// The origin by which the server was found.
    pub(super) origin: Option<String>,
}

/// The meta tags that all pages have.
#[derive(Debug)]
pub(super) struct Metas {
    pub(super) title: String,
    description: Option<String>,
    has_pages_meta: bool,
    assets: String,
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
            has_pages_meta: config.include_pages_meta,
            assets: config.assets_url_path.clone(),
            tags: own.chain(config.meta_tags.iter().cloned()).collect(),
        }
    }

    /// Writes them into the head.
    pub(super) fn write(
        &self,
        page: &mut Html,
        prefix: &str,
        links: &Links,
        about: Option<&About>,
    ) {
        for tag in &self.tags {
            write(page, tag);
        }
        let description = about.and_then(|about| about.description);
        let description = description.or(self.description.as_deref());
        if let Some(description) = description {
            self.add(page, "description", description);
        }
        if let Some(about) = about.filter(|_| self.has_pages_meta) {
            self.shared(page, about, description, self.image(prefix, links, about).as_deref());
        }
    }

    /// How a link to the page looks where somebody shares it.
    fn shared(
        &self,
        page: &mut Html,
        about: &About,
        description: Option<&str>,
        image: Option<&str>,
    ) {
        let url = about.origin.as_ref().map(|origin| format!("{origin}{}", about.path));
        let tags = [
            ("twitter:card", Some("summary_large_image")),
            ("twitter:url", url.as_deref()),
            ("twitter:title", Some(&*about.title)),
            ("twitter:description", description),
            ("twitter:image", image),
            ("og:title", Some(&*about.title)),
            ("og:type", Some("website")),
            ("og:description", description),
            ("og:image", image),
        ];
        for (name, content) in tags {
            if let Some(content) = content {
                self.add(page, name, content);
            }
        }
    }

    /// The image as others can load it: a whole URL.
    fn image(&self, prefix: &str, links: &Links, about: &About) -> Option<String> {
        let image = about.image?;
        if image.contains("://") {
            return Some(image.to_owned());
        }
        let path = utf8_percent_encode(image.trim_start_matches('/'), KEPT);
        let url = links.url(prefix, &format!("{}/{path}", self.assets));
        if url.contains("://") {
            Some(url)
        } else {
            Some(format!("{}{url}", about.origin.as_ref()?))
        }
    }

    /// Unless the app has one of its own.
    fn add(&self, page: &mut Html, name: &str, content: &str) {
        if self.tags.iter().any(|tag| tag.is(name)) {
            return;
        }
        let kind = if name.contains(':') { "property" } else { "name" };
        write(page, &MetaTag::default().with(kind, name).with("content", content));
    }
}

fn write(page: &mut Html, tag: &MetaTag) {
    page.line(format_args!("<meta{}>", written(&tag.attributes)));
}

/// Attributes, each with a blank before it.
pub(super) fn written(attributes: &[(String, String)]) -> String {
    let one = |(name, value): &(String, String)| format!(" {name}=\"{}\"", script::text(value));
    attributes.iter().map(one).collect()
}
