//! Parts with ids of their own, used several times: a parameter of the view tells their ids apart.
use dash::prelude::*;

/// Stands for a crate of its own.
mod counter {
    use dash::prelude::*;

    view! {
        /// Counts, and asks for a name.
        pub Counter(key: &str, start: u64) => <Div>
            <Button id=Plus { key: key.to_owned() }>"+"</Button>
            <Span id=Count { key: key.to_owned() }>{start}</Span>
            <Caption key={key}/>
        </Div>
    }

    view! { Caption(key: &str) => <Input id=Name { key: key.into() } value={key}/> }

    #[derive(DashId)]
    pub struct Plus {
        pub key: String,
    }

    #[derive(DashId)]
    pub struct Count {
        pub key: String,
    }

    #[derive(DashId)]
    pub struct Name {
        pub key: String,
    }

    #[derive(Inputs)]
    pub struct Asked {
        #[input(Counter::Plus { key: MATCH }.n_clicks)]
        clicks: u64,
        #[state(Caption::Name { key: MATCH }.value)]
        name: Option<String>,
    }

    #[callback(output(Counter::Count { key: MATCH }.children), input(..Asked))]
    fn count(asked: Asked) -> String {
        format!("{}: {}", asked.name.unwrap_or_default(), asked.clicks)
    }

    callbacks! { pub COUNTER: [count] }
}

use counter::{COUNTER, Count, Counter, Plus};

view! {
    /// Twice by hand, in a loop, and in a view that is a part itself.
    Page => <Div>
        <Counter key="a" start=1/>
        <Counter key="b" start=2/>
        {for at in 0..3 { <Counter key={&format!("c{at}")} start=0/> }}
        <Pair key="d"/>
        <Pair key="e"/>
        <Div id=total/>
        <Div id=first/>
    </Div>
}

view! {
    Pair(key: &str) => <Div>
        <Counter key={&format!("{key}-left")} start=0/>
        <Counter key={&format!("{key}-right")} start=0/>
    </Div>
}

#[callback(output(Page::total.children), input(Counter::Plus { key: ALL }.n_clicks))]
fn total(clicks: Vec<u64>, context: Context) -> String {
    let last = context.triggered_id_as::<Plus>().map(|plus| plus.key);
    format!("{} {}", clicks.iter().sum::<u64>(), last.unwrap_or_default())
}

/// One of them alone.
#[callback(output(Page::first.children), input(Counter::Count { key: "a" }.children))]
fn first(count: Node) -> Node {
    count
}

app! { static APP = { layout: Page, callbacks: [..COUNTER, total, first] } }

fn main() {
    assert_eq!(APP.order, [0, 1, 2]);
    let _ = Count { key: String::new() };
}
