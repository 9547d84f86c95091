//! A server process: started, watched through `/proc`, ended.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::Result;

/// Linux counts the time of processes in hundredths of a second.
const TICKS_PER_SECOND: f64 = 100.0;

/// A server on a free port of this machine; it ends when dropped.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    pub(super) port: u16,
}

impl Server {
    /// Starts the program and waits until it takes connections.
    pub(super) fn start(program: &Path) -> Result<Self> {
        Self::run(Command::new(program))
    }

    /// The same for a command that brings more than a program's name.
    pub(super) fn run(mut command: Command) -> Result<Self> {
        let port = free_port()?;
        command.env("HOST", "127.0.0.1").env("PORT", port.to_string()).stdout(Stdio::null());
        let program = command.get_program().display().to_string();
        let child = command.spawn().map_err(|error| format!("{program}: {error}"))?;
        let mut server = Self { child, port };
        server.wait().map_err(|error| format!("{program}: {error}"))?;
        Ok(server)
    }

    fn wait(&mut self) -> Result {
        let deadline = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("ended before it answered ({status})").into());
            }
            if Instant::now() > deadline {
                return Err("takes no connection".into());
            }
            sleep(Duration::from_micros(200));
        }
        Ok(())
    }

    /// Seconds of CPU that the process has used.
    pub(super) fn cpu(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        cpu_of(&stat).ok_or_else(|| "the process is gone".into())
    }

    /// Memory that the process holds, in MB.
    pub(super) fn memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib: f64 =
            line.and_then(|line| line.trim().split(' ').next()).ok_or("no VmRSS")?.parse()?;
        Ok(kib * 1024.0 / 1e6)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A process that is gone already is what we want.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// User and system time out of `/proc/<pid>/stat`, where the name may hold blanks.
fn cpu_of(stat: &str) -> Option<f64> {
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let ticks = |index: usize| fields.get(index)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / TICKS_PER_SECOND)
}

/// Seconds of CPU that the processes we started and waited for have used.
pub(super) fn cpu_of_children() -> Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit_once(") ").ok_or("no stat")?.1.split(' ').collect();
    let ticks: f64 = fields[13].parse::<f64>()? + fields[14].parse::<f64>()?;
    Ok(ticks / TICKS_PER_SECOND)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::cpu_of;

    #[test]
    fn cpu_is_user_and_system_time() {
        let stat = "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 250 50 7 8 20 0 3 0 99";
        assert_eq!(cpu_of(stat), Some(3.0));
        assert_eq!(cpu_of("42 (a"), None);
    }
}
