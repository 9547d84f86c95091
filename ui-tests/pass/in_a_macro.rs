//! Views, callbacks and apps that a macro of the user's writes.
use dash::prelude::*;

macro_rules! counter {
    ($view:ident, $text:ident, $clicks:ident, $update:ident, $app:ident, $label:expr) => {
        view! { $view => <Div><Button id=button>{$label}</Button><Div id=$text/></Div> }

        #[callback(output($view::$text.children), input($view::button.$clicks))]
        fn $update(clicks: u64) -> String {
            format!("{clicks} times")
        }

        app! { static $app = { layout: $view, callbacks: [$update] } }
    };
}

counter!(First, text, n_clicks, update_first, FIRST, "first");
counter!(Second, output, n_clicks, update_second, SECOND, "second");

/// All names are the macro's own.
macro_rules! fixed {
    () => {
        #[derive(DashId)]
        pub struct Cell {
            pub row: u32,
        }

        view! {
            pub Sheet(rows: u32) => <Div>
                {for row in 0..rows { <Input id=Cell { row }/> }}
                {if rows > 2 { <Div>"many"</Div> }}
                {match rows { 0 => { <Div/> } _ => { "some" } }}
                <Div id=total/>
                <Dropdown id=choice options=["a", "b"]/>
            </Div>
        }

        #[callback(
            output(Sheet::total.children),
            input(Sheet::Cell { row: ALL }.value, Sheet::choice.value),
            running(Sheet::choice.disabled, true, false)
        )]
        pub async fn total(values: Vec<Option<String>>, choice: Option<String>) -> Result<String, std::fmt::Error> {
            Ok(values.into_iter().flatten().chain(choice).collect())
        }

        #[derive(Inputs)]
        pub struct Choices {
            #[input(Sheet::choice.value)]
            choice: Option<String>,
        }

        #[callback(output(Sheet::choice.placeholder), input(..Choices))]
        pub fn hint(choices: Choices) -> String {
            choices.choice.unwrap_or_default()
        }

        callbacks! { pub ALL_OF_IT: [total, hint] }
    };
}

mod sheet {
    use dash::prelude::*;

    fixed!();
}

macro_rules! pages {
    ($app:ident, $home:ident, $home_fn:ident, $at:literal, $layout_fn:ident) => {
        view! { Year(year: i32, month: Option<u32>) => <Div>{year}{month}</Div> }

        view! { Shell => <Div><PageContainer/><sheet::Sheet rows=3/></Div> }

        view! { $home => <Div/> }

        async fn $home_fn(_context: Context) -> View<$home> {
            $home::new().build()
        }

        async fn $layout_fn(_context: Context) -> View<Shell> {
            Shell::new().build()
        }

        app! {
            static $app = {
                layout: Shell = $layout_fn,
                callbacks: [..sheet::ALL_OF_IT],
                pages: [$home at $at = $home_fn, Year at "/{year}?{month}"],
            }
        }
    };
}

pages!(PAGES, Home, home, "/", shell);

macro_rules! shown {
    ($($item:expr),*) => {
        view! { <Div>$({$item})*</Div> }
    };
}

fn main() {
    let _ = (&FIRST, &SECOND, &PAGES, shown!("text", 3));
    let _ = sheet::Cell { row: 1 }.row;
}
