//! What stands in a `view!`: the head of an item, and markup.
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{
    AngleBracketedGenericArguments, Attribute as Meta, Expr, ExprStruct, Ident, LitStr, Pat, Path,
    Token, Type, Visibility,
};

/// `/// docs` `pub Sales(title: String) =>`
pub(super) struct Head {
    pub(super) attributes: Vec<Meta>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) parameters: Vec<Parameter>,
}

/// `title: String`
pub(super) struct Parameter {
    pub(super) name: Ident,
    pub(super) ty: Type,
}

/// A piece of markup.
pub(super) enum Node {
    Element(Box<Element>),
    /// `<>…</>`
    Fragment(Vec<Node>),
    /// `"text"`
    Text(LitStr),
    /// `{expression}`, without the braces.
    Value(TokenStream),
    For(Box<For>),
    If(Box<If>),
    Match(Box<Match>),
}

/// `<Tag attribute=value>children</Tag>`
pub(super) struct Element {
    pub(super) tag: Tag,
    /// Its `<`.
    pub(super) bracket: Span,
    pub(super) attributes: Vec<Attribute>,
    pub(super) children: Vec<Node>,
    /// Where the first child starts.
    pub(super) first_child: Span,
}

/// `path::Tag<T>`
pub(super) struct Tag {
    pub(super) path: Path,
    pub(super) generics: Option<AngleBracketedGenericArguments>,
}

impl ToTokens for Tag {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.path.to_tokens(tokens);
        self.generics.to_tokens(tokens);
    }
}

impl Element {
    /// `<Tag`
    pub(super) fn opening(&self) -> TokenStream {
        let (bracket, tag) = (Token![<](self.bracket), &self.tag);
        quote!(#bracket #tag)
    }

    /// The id it declares.
    pub(super) fn id(&self) -> Option<&Ident> {
        self.attributes.iter().find_map(|attribute| match attribute {
            Attribute::Id { name, .. } => Some(name),
            _ => None,
        })
    }

    /// The family whose ids it has, and the name of its struct.
    pub(super) fn family(&self) -> Option<(&ExprStruct, &Ident)> {
        self.attributes.iter().find_map(|attribute| match attribute {
            Attribute::Family { literal, .. } => {
                literal.path.segments.last().map(|last| (literal, &last.ident))
            }
            _ => None,
        })
    }
}

/// What an attribute of a tag says.
pub(super) enum Attribute {
    /// `id=name`: an id that the view declares.
    Id { key: Ident, name: Ident },
    /// `id=Cell { row: r, col: 0 }`: an id of a family.
    Family { key: Ident, literal: ExprStruct },
    /// `prop=value`; without a value it is `true`.
    Prop { name: Ident, value: Option<TokenStream> },
    /// `data-x=value`, `aria-x=value`
    Dashed { name: LitStr, value: Option<TokenStream> },
}

impl Attribute {
    /// The attribute's name as written, and its place.
    pub(super) fn name(&self) -> (String, Span) {
        match self {
            Self::Id { key: name, .. }
            | Self::Family { key: name, .. }
            | Self::Prop { name, .. } => (name.unraw().to_string(), name.span()),
            Self::Dashed { name, .. } => (name.value(), name.span()),
        }
    }
}

/// `{for pattern in iterable { body }}`
pub(super) struct For {
    pub(super) pattern: Pat,
    pub(super) iterable: Expr,
    pub(super) body: Vec<Node>,
}

/// `{if condition { then } else { otherwise }}`
pub(super) struct If {
    pub(super) condition: Expr,
    pub(super) then: Vec<Node>,
    /// An `else if` is an `If` alone in the list.
    pub(super) otherwise: Vec<Node>,
}

/// `{match scrutinee { arms }}`
pub(super) struct Match {
    pub(super) scrutinee: Expr,
    pub(super) arms: Vec<Arm>,
}

/// `pattern if guard => body`
pub(super) struct Arm {
    pub(super) pattern: Pat,
    pub(super) guard: Option<Expr>,
    pub(super) body: Vec<Node>,
}

/// The markup directly inside a node, one list for each branch.
pub(super) fn branches(node: &Node) -> Vec<&[Node]> {
    match node {
        Node::Element(element) => vec![&element.children],
        Node::Fragment(nodes) => vec![nodes],
        Node::Text(_) | Node::Value(_) => Vec::new(),
        Node::For(node) => vec![&node.body],
        Node::If(node) => vec![&node.then, &node.otherwise],
        Node::Match(node) => node.arms.iter().map(|arm| &arm.body[..]).collect(),
    }
}
