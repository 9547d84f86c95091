//! 500 groups of five items; what is clicked in a group is added up beside it.
use dash::prelude::*;

#[derive(DashId)]
struct Item {
    group: u32,
    item: u32,
}

#[derive(DashId)]
struct Total {
    group: u32,
}

view! {
    Group(group: u32) => <Div>
        {for item in 0..5 { <html::Button id=Item { group, item } class_name="item">"+"</html::Button> }}
        <Span id=Total { group } class_name="total"/>
    </Div>
}

view! {
    Groups => <Div>{for group in 0..500 { <Group group=group/> }}</Div>
}

#[callback(
    output(Group::Total { group: MATCH }.children),
    input(Group::Item { group: MATCH, item: ALL }.n_clicks)
)]
fn add(clicks: Vec<u64>) -> String {
    clicks.iter().sum::<u64>().to_string()
}

app! { static APP = { layout: Groups, callbacks: [add] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
