//! `cargo xtask bench soak`: eight minutes on the example `pages`, another page every second.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde::Deserialize;
use serde_json::json;

use super::driver;
use crate::Result;
use crate::bench::budget::Budgets;
use crate::bench::server::Server;
use crate::project::target;

const MINUTES: u32 = 8;

/// What the browser holds after a minute, and a collection.
#[derive(Debug, Deserialize)]
struct Minute {
    passed: u32,
    heap: f64,
    nodes: u32,
    listeners: u32,
    detached: u32,
}

/// Prints each minute; the heap may not grow after the second, and no element may be kept that is in
/// no document.
pub(in crate::bench) fn run(budgets: &mut Budgets) -> Result {
    let server = Server::start(&target().join("release/examples/pages"))?;
    let url = format!("http://127.0.0.1:{}/", server.port);
    let order =
        json!({"rounds": 0, "apps": {}, "python": null, "soak": {"url": url, "minutes": MINUTES}});
    let mut child =
        driver()?.env("DASH_BENCH", order.to_string()).stdout(Stdio::piped()).spawn()?;
    println!("\n=== pages, another every second\nminute  heap MB  nodes  listeners  detached");
    let mut minutes = Vec::new();
    for line in BufReader::new(child.stdout.take().ok_or("no output")?).lines() {
        let minute: Minute = serde_json::from_str(&line?)?;
        println!(
            "{:>6} {:>8.2} {:>6} {:>10} {:>9}",
            minute.passed,
            minute.heap / 1e6,
            minute.nodes,
            minute.listeners,
            minute.detached
        );
        minutes.push(minute);
    }
    let status = child.wait()?;
    if !status.success() {
        return Err(format!("the driver failed ({status})").into());
    }
    judge(&minutes, budgets)
}

fn judge(minutes: &[Minute], budgets: &mut Budgets) -> Result {
    let [_, warm, .., last] = minutes else { return Err("too few minutes".into()) };
    let growth = last.heap / warm.heap;
    println!("heap, last / second minute {growth:.3} {}", budgets.at_most("heap", growth, 1.05));
    let detached = f64::from(last.detached);
    println!("detached elements {}", budgets.at_most("detached elements", detached, 0.0));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Minute, judge};
    use crate::bench::budget::Budgets;

    fn minute(heap: f64, detached: u32) -> Minute {
        Minute { passed: 1, heap, nodes: 1, listeners: 1, detached }
    }

    #[test]
    fn growth_counts_from_the_second_minute() {
        let mut budgets = Budgets::default();
        judge(&[minute(1.0, 0), minute(100.0, 9), minute(104.0, 0)], &mut budgets).unwrap();
        assert!(budgets.verdict().is_ok());
    }

    #[test]
    fn a_leak_is_told() {
        let mut budgets = Budgets::default();
        judge(&[minute(1.0, 0), minute(100.0, 0), minute(106.0, 2)], &mut budgets).unwrap();
        let message = budgets.verdict().unwrap_err().to_string();
        assert!(message.starts_with("2 budgets are missed"), "{message}");
    }
}
