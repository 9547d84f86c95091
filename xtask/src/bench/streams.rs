//! Many open streams at one item a second each: how late items are, and what the server needs for them.

use std::thread;
use std::time::{Duration, Instant};

use super::budget::Budgets;
use super::server::Server;
use super::socket::{Socket, micros};
use crate::Result;
use crate::front_end::{self, Build};
use crate::project::{cargo, target};
use crate::steps::Steps;

const STREAMS: usize = 2_000;

/// Readers; each looks after its share of the sockets.
const THREADS: usize = 2;

/// Between two looks at all sockets: items are seen that much too late at most.
const SWEEP: Duration = Duration::from_millis(10);

/// How long items are counted, once all streams are open.
const MEASURED: Duration = Duration::from_secs(20);

/// In MB.
const MOST_MEMORY: f64 = 500.0;

/// Of the items that one second brings, at least so many arrive within it.
const LEAST_ITEMS: f64 = 0.98;

/// Opens the streams of the example `ticks`, and reads them.
pub(super) fn run(budgets: &mut Budgets) -> Result {
    let mut steps = Steps::default();
    front_end::build(&mut steps, Build::Quick)?;
    let mut build = cargo("build --release --package dash --example ticks");
    steps.command("example", build.env("DASH_JS_DIST", Build::Quick.dist()))?;
    drop(steps);
    let server = Server::start(&target().join("release/examples/ticks"))?;
    let mut sockets =
        (0..STREAMS).map(|_| Socket::open(server.port)).collect::<Result<Vec<_>>>()?;
    // What came while others were opened was late for nobody's fault.
    for socket in &mut sockets {
        drop(socket.items());
    }
    let (started, cpu) = (Instant::now(), server.cpu()?);
    let lags = read(sockets);
    let seconds = started.elapsed().as_secs_f64();
    report(lags, seconds, server.cpu()? - cpu, server.memory()?, budgets);
    Ok(())
}

/// How late each item was, in milliseconds.
fn read(mut sockets: Vec<Socket>) -> Vec<f64> {
    let end = Instant::now() + MEASURED;
    let share = STREAMS.div_ceil(THREADS);
    thread::scope(|scope| {
        let readers = sockets.chunks_mut(share).map(|mine| {
            scope.spawn(move || {
                let mut lags = Vec::new();
                while Instant::now() < end {
                    for socket in &mut *mine {
                        let now = micros();
                        let late = |sent: u64| now.saturating_sub(sent) as f64 / 1e3;
                        lags.extend(socket.items().into_iter().map(late));
                    }
                    thread::sleep(SWEEP);
                }
                lags
            })
        });
        let readers: Vec<_> = readers.collect();
        readers.into_iter().flat_map(|reader| reader.join().unwrap_or_default()).collect()
    })
}

fn report(mut lags: Vec<f64>, seconds: f64, cpu: f64, memory: f64, budgets: &mut Budgets) {
    lags.sort_by(f64::total_cmp);
    let at = |percent| lags.get(lags.len() * percent / 100).copied().unwrap_or(f64::NAN);
    let rate = lags.len() as f64 / seconds;
    let least = STREAMS as f64 * LEAST_ITEMS;
    println!("\n=== {STREAMS} streams at one item a second, for {seconds:.0} s");
    println!("items a second  {rate:>8.0} {}", budgets.at_least("items", rate, least));
    println!("lag p50         {:>8.1} ms (looked for every {} ms)", at(50), SWEEP.as_millis());
    println!("lag p99         {:>8.1} ms", at(99));
    println!("memory          {memory:>8.1} MB {}", budgets.at_most("memory", memory, MOST_MEMORY));
    println!("CPU             {:>8.3} of a processor", cpu / seconds);
}
