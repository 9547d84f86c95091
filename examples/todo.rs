//! A to-do list: a callback adds rows to the page.
//!
//! Run it with `cargo run --example todo`.
use dash::prelude::*;

view! {
    /// An input for new tasks, and the tasks.
    pub Todo => <Div>
        <H1>"To do"</H1>
        <Label html_for="task">"New task"</Label>
        <Div style="display: flex; gap: 0.5rem; margin-bottom: 1rem">
            <Input id=task placeholder="What is to be done?"/>
            <Button id=add>"Add"</Button>
        </Div>
        <Ul id=rows/>
        <Store<Vec<String>> id=tasks/>
    </Div>
}

/// Adds the task, and empties the input.
#[callback(
    output(Todo::tasks.data, Todo::task.value),
    input(Todo::add.n_clicks, Todo::task.n_submit),
    state(Todo::task.value, Todo::tasks.data),
    prevent_initial_call,
    circular
)]
fn add(
    _clicks: u64,
    _submits: u64,
    task: Option<String>,
    tasks: Option<Vec<String>>,
) -> Result<(Vec<String>, &'static str), PreventUpdate> {
    let task = task.filter(|task| !task.trim().is_empty()).ok_or(PreventUpdate)?;
    let mut tasks = tasks.unwrap_or_default();
    tasks.push(task);
    Ok((tasks, ""))
}

/// Draws a row for each task.
#[callback(output(Todo::rows.children), input(Todo::tasks.data))]
fn draw(tasks: Option<Vec<String>>) -> Node {
    match tasks.filter(|tasks| !tasks.is_empty()) {
        None => view! { <Li>"Nothing to do"</Li> },
        Some(tasks) => view! { <>{for task in tasks { <Li>{task}</Li> }}</> },
    }
}

app! { static APP = { layout: Todo, callbacks: [add, draw] } }

#[tokio::main]
async fn main() -> dash::Result<()> {
    dash::serve(&APP).run().await
}
