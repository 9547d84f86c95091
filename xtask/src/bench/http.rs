//! What a callback costs the server, beside a bare axum handler that reads and writes the same JSON.

use std::time::Instant;

use serde_json::Value;

use super::budget::{Budgets, median};
use super::load::Run;
use super::server::Server;
use super::{CASES, Case, client, load};
use crate::Result;

const ROUNDS: usize = 9;
const CONNECTIONS: &[u32] = &[1, 16, 64, 256];
const STARTS: usize = 9;

const HEAD: &str = concat!(
    "            CPU s per 1,000 callbacks       callbacks/s                p50 ms         p99 ms\n",
    "connections   ours    bare  ratio            ours    bare  ratio      ours   bare    ours   bare",
);

/// Measures each case and prints it against its budgets.
pub(super) fn run(budgets: &mut Budgets) -> Result {
    load::check()?;
    CASES.iter().try_for_each(|case| measure(case, budgets))
}

fn measure(case: &Case, budgets: &mut Budgets) -> Result {
    let ours = Server::start(&case.ours())?;
    let bare = Server::start(&case.bare())?;
    assert_same_answer(case, [&ours, &bare])?;
    println!("\n=== {}: {ROUNDS} rounds of {} s, medians\n{HEAD}", case.name, case.seconds);
    let idle = ours.memory()?;
    for &connections in CONNECTIONS {
        let rounds = rounds(case, [&ours, &bare], connections)?;
        report(case, connections, &rounds, budgets);
    }
    let loaded = ours.memory()?;
    println!("memory at rest {idle:.1} MB, after the load {loaded:.1} MB");
    if case.name == "sales" {
        println!("  at rest {}", budgets.at_most("sales at rest, MB", idle, 20.0));
        println!("  after the load {}", budgets.at_most("sales after the load, MB", loaded, 40.0));
        start_up(case, budgets)?;
    }
    Ok(())
}

/// The two must do the same, or the comparison means nothing.
fn assert_same_answer(case: &Case, servers: [&Server; 2]) -> Result {
    let answer = |server: &Server| -> Result<Value> {
        let answer = client::post(server.port, case.request, "identity")?;
        Ok(serde_json::from_slice(&answer.body)?)
    };
    let [ours, bare] = [answer(servers[0])?, answer(servers[1])?];
    if ours == bare {
        return Ok(());
    }
    Err(format!("{}: the answers differ\nours {ours:.500}\nbare {bare:.500}", case.name).into())
}

/// Pairs of runs, ours and bare, one right after the other and each first in every second pair.
fn rounds(case: &Case, [ours, bare]: [&Server; 2], connections: u32) -> Result<Vec<[Run; 2]>> {
    let run = |server| load::run(server, case.request, connections, case.seconds);
    let round = |index: usize| {
        if index.is_multiple_of(2) {
            let first = run(ours)?;
            return Ok([first, run(bare)?]);
        }
        let first = run(bare)?;
        Ok([run(ours)?, first])
    };
    // One round more, to warm both up.
    (0..=ROUNDS).map(round).skip(1).collect()
}

fn report(case: &Case, connections: u32, rounds: &[[Run; 2]], budgets: &mut Budgets) {
    let middle =
        |side: usize, of: fn(&Run) -> f64| median(rounds.iter().map(|pair| of(&pair[side])));
    let ratio = |of: fn(&Run) -> f64| median(rounds.iter().map(|[ours, bare]| of(ours) / of(bare)));
    let [cpu, rate] = [ratio(|run| run.cpu), ratio(|run| run.rate)];
    let what = |of| format!("{}, {connections} connections: {of}", case.name);
    let cpu_verdict = match connections {
        16 | 64 => budgets.at_most(&what("CPU"), cpu, case.cpu),
        _ => String::new(),
    };
    let rate_verdict = match connections {
        16.. => budgets.at_least(&what("callbacks/s"), rate, 0.9),
        _ => String::new(),
    };
    println!(
        "{connections:>11} {:>6.4}  {:>6.4}  {cpu:>5.2} {cpu_verdict:<8} {:>6.0}  {:>6.0}  {rate:>5.2} \
         {rate_verdict:<6} {:>6.2} {:>6.2}  {:>6.2} {:>6.2}",
        middle(0, |run| run.cpu),
        middle(1, |run| run.cpu),
        middle(0, |run| run.rate),
        middle(1, |run| run.rate),
        middle(0, |run| run.p50),
        middle(1, |run| run.p50),
        middle(0, |run| run.p99),
        middle(1, |run| run.p99),
    );
}

/// From the start of the process until it has answered with the page.
fn start_up(case: &Case, budgets: &mut Budgets) -> Result {
    let once = |_| -> Result<f64> {
        let start = Instant::now();
        let server = Server::start(&case.ours())?;
        client::get(server.port, "/", client::BROWSER)?;
        Ok(start.elapsed().as_secs_f64() * 1000.0)
    };
    let starts = (0..STARTS).map(once).collect::<Result<Vec<f64>>>()?;
    let middle = median(starts);
    println!("start to first answer {middle:.1} ms {}", budgets.at_most("start, ms", middle, 50.0));
    Ok(())
}
