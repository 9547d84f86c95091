//! The names an app needs, listed one by one; none of them shadows a name of std's own prelude.

#[doc(no_inline)]
pub use dash_components::dcc::{
    Button, Checklist, Dropdown, Graph, Input, Interval, Link, Location, MultiDropdown,
    NumberInput, RadioItems, RangeSlider, Slider, Store, Textarea,
};
#[doc(no_inline)]
pub use dash_components::html::{
    A, Abbr, Acronym, Address, Area, Article, Aside, Audio, B, Base, Basefont, Bdi, Bdo, Big,
    Blink, Blockquote, Br, Canvas, Caption, Center, Cite, Code, Col, Colgroup, Content, Datalist,
    Dd, Del, Details, Dfn, Dialog, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Font, Footer,
    Form, Frame, Frameset, H1, H2, H3, H4, H5, H6, Header, Hgroup, Hr, I, Iframe, Img, Ins, Kbd,
    Keygen, Label, Legend, Li, Main, MapEl, Mark, Marquee, Meta, Meter, Nav, Nobr, Noscript,
    ObjectEl, Ol, Optgroup, P, Param, Picture, Plaintext, Pre, Progress, Q, Rb, Rp, Rt, Rtc, Ruby,
    S, Samp, Script, Section, Select, Shadow, Slot, Small, Source, Spacer, Span, Strike, Strong,
    Sub, Summary, Sup, Table, Tbody, Td, Template, Tfoot, Th, Thead, Time, Title, Tr, Track, U, Ul,
    Var, Video, Wbr, Xmp,
};
#[doc(no_inline)]
pub use dash_components::{Figure, IntoNode as _, Json, Node, PageContainer, View, dcc, html};
#[doc(no_inline)]
pub use dash_macros::{DashId, Inputs, OptionValue, Outputs, app, callback, callbacks, view};
#[doc(no_inline)]
pub use dash_runtime::{
    Context, Data, NoUpdate, Patch, PreventUpdate, SetProgress, Stream, Update,
};
