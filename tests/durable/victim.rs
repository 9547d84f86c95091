//! The server that is killed, and what starts the next one at the same address.
use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use dash::prelude::*;
use dash::{Config, SqliteStore};

/// Says where the server keeps its files; without it, this program is the client.
pub(crate) const FOLDER: &str = "DASH_VICTIM_FOLDER";

view! { Page => <Div><NumberInput id=number/><Div id=square/></Div> }

/// Where each start of a job is written down.
struct Log(PathBuf);

#[callback(output(Page::square.children), input(Page::number.value), background)]
fn square(number: Option<f64>, log: Data<Log>) -> std::io::Result<f64> {
    let number = number.unwrap_or_default();
    let mut file = OpenOptions::new().create(true).append(true).open(&log.0)?;
    file.write_all(format!("{number}\n").as_bytes())?;
    // sleeps: a job takes its time, so that a kill finds some of them at work
    std::thread::sleep(Duration::from_millis(40));
    Ok(number * number)
}

app! { static APP = { layout: Page, callbacks: [square] } }

/// Serves until it is killed.
pub(crate) fn serve(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let store = SqliteStore::open(folder.join("jobs.sqlite")).expect("a database");
        let config = Config { debug: false, ..Config::from_env().expect("settings") };
        let server = dash::serve(&APP).data(Log(folder.join("starts"))).config(config);
        let server = server.job_store(store.with_lease(Duration::from_secs(1)));
        server.run().await.expect("it serves");
    });
}

/// How often each job was started.
pub(crate) fn starts(folder: &Path) -> HashMap<String, u64> {
    let log = fs::read_to_string(folder.join("starts")).expect("a log");
    log.lines().fold(HashMap::new(), |mut starts, line| {
        *starts.entry(line.to_owned()).or_default() += 1;
        starts
    })
}

/// A server that runs; another one takes its place when it is killed.
pub(crate) struct Victim {
    folder: PathBuf,
    pub(crate) address: String,
    child: Mutex<Child>,
    kills: AtomicUsize,
}

impl Victim {
    pub(crate) fn start(folder: &Path) -> Self {
        let (child, address) = spawn(folder, "0");
        Self {
            folder: folder.to_owned(),
            address,
            child: Mutex::new(child),
            kills: AtomicUsize::new(0),
        }
    }

    /// How often it was killed.
    pub(crate) fn kills(&self) -> usize {
        self.kills.load(Ordering::SeqCst)
    }

    pub(crate) fn kill_and_restart(&self) {
        let mut child = self.child.lock().expect("nobody panics with it");
        // SIGKILL: nothing of the server runs any more.
        child.kill().expect("it lives");
        child.wait().expect("it ends");
        let (_, port) = self.address.rsplit_once(':').expect("a port");
        *child = spawn(&self.folder, port).0;
        self.kills.fetch_add(1, Ordering::SeqCst);
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        if let Ok(child) = self.child.get_mut() {
            // Already ended is as good.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn spawn(folder: &Path, port: &str) -> (Child, String) {
    let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
    command.env(FOLDER, folder).env("PORT", port).env("HOST", "127.0.0.1").stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines();
    let line = lines.next().expect("it says where it is").expect("text");
    let (_, address) = line.split_once("http://").unwrap_or_else(|| panic!("{line}"));
    (child, address.trim_end_matches('/').to_owned())
}
