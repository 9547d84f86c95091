//! An app with one callback of each kind.
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use dash::__private::{Args, Rejection, extract, from, to};
use dash::components::{Dependency, Figure, Node, Prop, PropValue};
use dash::dcc::{Graph, Input};
use dash::html::{Button, Div};
use dash::{
    App, CallbackDef, CallbackError, CallbackOptions, Context, Data, FromContext, Job, Placement,
    PreventUpdate, Update,
};

/// How often any user code of [`APP`] has run.
pub(crate) static CALLS: AtomicU64 = AtomicU64::new(0);

/// What the app shares.
#[derive(Debug)]
pub(crate) struct Greeting(pub(crate) &'static str);

const NAME: Prop<Option<String>> = Prop::new("name", "value", "value");
const GO: Prop<u64> = Prop::new("go", "n_clicks", "n_clicks");
const NUMBER: Prop<Option<f64>> = Prop::new("number", "value", "value");
const CHART: Prop<Figure> = Prop::new("chart", "figure", "figure");

const fn children(id: &'static str) -> Prop<Node> {
    Prop::new(id, "children", "children")
}

const OUT: Prop<Node> = children("out");
const TWO: Prop<Node> = children("two");
const TITLE: Prop<Option<String>> = Prop::new("two", "title", "title");
const PREVENTED: Prop<Node> = children("prevented");
const FAILS: Prop<Node> = children("fails");
const PANICS: Prop<Node> = children("panics");
const PANICS_LATER: Prop<Node> = children("panics_later");
const PANICS_POOLED: Prop<Node> = children("panics_pooled");
const TRIGGERED: Prop<Node> = children("triggered");
const SHARED: Prop<Node> = children("shared");
const DOUBLE: Prop<Node> = children("double");

fn layout() -> Node {
    let outputs = ["out", "two", "prevented", "fails", "panics", "panics_later", "panics_pooled"];
    let outputs = outputs.into_iter().chain(["triggered", "shared", "double"]);
    Div::new()
        .children([
            Input::new().id("name").value("Ann").build(),
            Input::new().id("number").build(),
            Button::new().id("go").children("</script>").build(),
            Graph::new().id("chart").build(),
            Div::new().children(outputs.map(|id| Div::new().id(id).build())).build(),
        ])
        .build()
}

type Prepare = fn(&mut Args<'_>, &Context) -> Result<Job, Rejection>;

const fn def(
    name: &'static str,
    outputs: &'static [Dependency],
    inputs: &'static [Dependency],
    prepare: Prepare,
) -> CallbackDef {
    let options = CallbackOptions {
        circular: false,
        prevent_initial_call: false,
        placement: Placement::Measured,
        cancel: false,
    };
    CallbackDef { name, outputs, inputs, states: &[], options, requires: &[], prepare }
}

type Values = Result<Vec<Option<PropValue>>, CallbackError>;

/// A job that calls user code, and counts that it did.
fn sync(work: impl FnOnce() -> Values + Send + 'static) -> Result<Job, Rejection> {
    Ok(Job::Sync(Box::new(move || {
        CALLS.fetch_add(1, Ordering::SeqCst);
        work()
    })))
}

static GREET: CallbackDef = def("greet", &[OUT.dependency()], &[NAME.dependency()], |args, _| {
    let name: Option<String> = from(NAME).read(args)?;
    sync(move || Ok(vec![to(OUT).write(format!("Hello, {}", name.unwrap_or_default()))]))
});

static PAIR: CallbackDef = CallbackDef {
    states: &[NAME.dependency()],
    ..def("pair", &[TWO.dependency(), TITLE.dependency()], &[GO.dependency()], |args, _| {
        let clicks: u64 = from(GO).read(args)?;
        let name: Option<String> = from(NAME).read(args)?;
        sync(move || {
            let count = if clicks == 0 { Update::Skip } else { Update::Set(clicks) };
            Ok(vec![to(TWO).write(count), to(TITLE).write(Update::from(name))])
        })
    })
};

static PREVENT: CallbackDef =
    def("prevent", &[PREVENTED.dependency()], &[GO.dependency()], |args, _| {
        let _: u64 = from(GO).read(args)?;
        sync(|| Err(PreventUpdate.into()))
    });

static FAIL: CallbackDef = def("fail", &[FAILS.dependency()], &[GO.dependency()], |args, _| {
    let _: u64 = from(GO).read(args)?;
    sync(|| Err(Outer(Inner).into()))
});

static PANIC: CallbackDef = def("panic", &[PANICS.dependency()], &[GO.dependency()], |args, _| {
    let _: u64 = from(GO).read(args)?;
    sync(|| panic!("on the reactor"))
});

static PANIC_LATER: CallbackDef =
    def("panic_later", &[PANICS_LATER.dependency()], &[GO.dependency()], |args, _| {
        let _: u64 = from(GO).read(args)?;
        CALLS.fetch_add(1, Ordering::SeqCst);
        Ok(Job::Async(Box::pin(async {
            tokio::task::yield_now().await;
            panic!("after an await")
        })))
    });

static PANIC_POOLED: CallbackDef = CallbackDef {
    options: CallbackOptions { placement: Placement::Blocking, ..PANIC.options },
    ..def("panic_pooled", &[PANICS_POOLED.dependency()], &[GO.dependency()], |args, _| {
        let _: u64 = from(GO).read(args)?;
        sync(|| panic!("on the pool"))
    })
};

static TRIGGER: CallbackDef = def(
    "trigger",
    &[TRIGGERED.dependency()],
    &[GO.dependency(), NAME.dependency()],
    |args, context| {
        let _: u64 = from(GO).read(args)?;
        let _: Option<String> = from(NAME).read(args)?;
        let context: Context = extract(context)?;
        sync(move || Ok(vec![to(TRIGGERED).write(context.triggered().join(" "))]))
    },
);

static SHARE: CallbackDef = CallbackDef {
    requires: &[<Data<Greeting> as FromContext>::requirement],
    ..def("share", &[SHARED.dependency()], &[GO.dependency()], |args, context| {
        let _: u64 = from(GO).read(args)?;
        let greeting: Data<Greeting> = extract(context)?;
        sync(move || Ok(vec![to(SHARED).write(greeting.0)]))
    })
};

static MULTIPLY: CallbackDef =
    def("multiply", &[DOUBLE.dependency()], &[NUMBER.dependency()], |args, _| {
        let number: Option<f64> = from(NUMBER).read(args)?;
        sync(move || Ok(vec![to(DOUBLE).write(number.map(|number| number * 2.0))]))
    });

/// A figure with as many points as there were clicks.
static DRAW: CallbackDef = def("draw", &[CHART.dependency()], &[GO.dependency()], |args, _| {
    let clicks: u64 = from(GO).read(args)?;
    sync(move || {
        let points: Vec<u64> = (0..clicks).collect();
        let trace = serde_json::json!({"type": "bar", "y": points});
        Ok(vec![to(CHART).write(Figure::new(&[trace], &serde_json::json!({})))])
    })
});

pub(crate) static APP: App = App {
    layout,
    callbacks: &[
        &GREET,
        &PAIR,
        &PREVENT,
        &FAIL,
        &PANIC,
        &PANIC_LATER,
        &PANIC_POOLED,
        &TRIGGER,
        &SHARE,
        &MULTIPLY,
        &DRAW,
    ],
    first: &[0; 12],
    next: &[],
    order: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};

#[derive(Debug)]
struct Outer(Inner);

#[derive(Debug)]
struct Inner;

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot read the sales")
    }
}

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such file")
    }
}

impl std::error::Error for Outer {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl std::error::Error for Inner {}
